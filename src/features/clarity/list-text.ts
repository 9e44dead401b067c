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
		add: 'Add an interest',
		ask: 'What do you read about without being asked? Three will do.',
		actions: noteActions
	},
	{
		key: 'strengths',
		kind: 'strength',
		heading: 'Strengths',
		add: 'Add a strength',
		ask: 'What do others come to you for? Three will do.',
		actions: noteActions
	},
	{
		key: 'values',
		kind: 'value',
		heading: 'Values',
		add: 'Add a value',
		ask: 'What makes a day of work worth it? Three will do.',
		actions: noteActions
	},
	{
		key: 'criteria',
		heading: 'Criteria',
		add: 'Add a criterion',
		ask: 'What has to be true of work for you? Three to seven; later they weigh what you heard.',
		actions: {
			add: 'addCriterion',
			change: 'changeCriterion',
			remove: 'removeCriterion',
			move: 'moveCriterion'
		}
	}
];
