import type { SelfNoteKind } from './rules/self-note-kinds.ts';

export interface ListText {
	key: 'interests' | 'strengths' | 'values' | 'criteria';
	/** kind of self-note; undefined for criteria */
	kind?: SelfNoteKind;
	heading: string;
	/** the field's label */
	add: string;
	/** question shown while the list is empty */
	ask: string;
	/** names of the page's actions */
	actions: { add: string; change: string; remove: string; move: string };
}

const noteActions = {
	add: 'addNote',
	change: 'changeNote',
	remove: 'removeNote',
	move: 'rankNote'
};

/** The four ranked lists in the order of the page. */
export const listText: readonly ListText[] = [
	{
		key: 'interests',
		kind: 'interest',
		heading: 'Interests',
		add: 'New interest',
		ask: 'What do you like to read about in your free time? Add at least three interests.',
		actions: noteActions
	},
	{
		key: 'strengths',
		kind: 'strength',
		heading: 'Strengths',
		add: 'New strength',
		ask: 'What do other people ask you to help with? Add at least three strengths.',
		actions: noteActions
	},
	{
		key: 'values',
		kind: 'value',
		heading: 'Values',
		add: 'New value',
		ask: 'What makes a working day worthwhile for you? Add at least three values.',
		actions: noteActions
	},
	{
		key: 'criteria',
		heading: 'Criteria',
		add: 'New criterion',
		ask: 'What do you need from your work? Add three to seven criteria. You will use them to compare themes.',
		actions: {
			add: 'addCriterion',
			change: 'changeCriterion',
			remove: 'removeCriterion',
			move: 'moveCriterion'
		}
	}
];
