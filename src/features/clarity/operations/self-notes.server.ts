import { z } from 'zod';
import { restoredAt } from '#kernel/clock.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { otherBody, refuseConflict } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { digestOf } from '#server/text-digest.ts';
import { MOST_SELF_NOTES } from '../rules/self-note-kinds.ts';
import { id, noteText, position, selfNoteKind } from '../schemas.ts';
import * as store from '../store.server.ts';
import { placeEntry, removeEntry, type RankedList } from '../writes/ranks.server.ts';
import { ranked } from './ranked.server.ts';

type Note = Awaited<ReturnType<typeof store.selfNotes>>[number];

const list: RankedList<Note> = {
	group: 'selfNotes',
	path: '/self-notes',
	noun: 'note',
	kind: 'self_note',
	read: store.selfNotes,
	among: (all, { kind }) => all.filter((each) => each.kind === kind),
	change: store.changeSelfNote,
	remove: store.removeSelfNote
};

/**
 * Adds a strength, a value or an interest, last in its list or at the given rank.
 * @refuses `selfNotes.list-full` beyond twelve of a kind; `note.other-body` when the id is known
 * with other words
 */
export const addSelfNote = operation({
	name: 'selfNotes.add',
	http: { verb: 'POST', path: '/self-notes' },
	summary: 'Add a strength, a value or an interest',
	effect: 'write',
	input: z.object({
		id: id.optional(),
		kind: selfNoteKind,
		text: noteText,
		position: position.nullable().optional(),
		/** original instant, given only when an undo restores it */
		addedAt: instant.optional()
	}),
	output: z.object({ id: z.string(), kind: selfNoteKind }),
	example: { kind: 'strength', text: 'Getting shy people to talk' },
	said: (_, { text }) => `Added: ${text}`,
	undo: ({ id }, { text }): UndoStep => undoneBy(removeSelfNote, { id, was: digestOf(text) }),
	run: async (context, { kind, text, position, ...input }) => {
		const { scope, now, newId } = context;
		const notes = await store.selfNotes(scope);
		const known = notes.find((note) => note.id === input.id);
		if (known) {
			if (known.kind === kind && known.text === text) return { id: known.id, kind };
			throw otherBody('note');
		}
		const before = notes.filter((note) => note.kind === kind);
		if (before.length >= MOST_SELF_NOTES) {
			throw refuseConflict(
				'selfNotes.list-full',
				'This list already has twelve entries, which is the maximum. They are safe. To add this one, delete the least important entry.',
				'text'
			);
		}
		const addedAt = restoredAt(input.addedAt, now);
		const added = { id: input.id ?? newId(), kind, text, rank: before.length + 1 };
		await store.addSelfNote(scope, { ...added, added_at: addedAt });
		return { ...(await placeEntry(context, list, before, { ...added, addedAt }, position)), kind };
	}
});

/**
 * Changes a note's text, and moves a note in its list.
 * @refuses `selfNotes.changed-elsewhere`, `selfNotes.moved-since`
 */
export const [changeSelfNote, rankSelfNote] = ranked(list, {
	change: {
		summary: 'Edit a strength, a value or an interest',
		example: 'Plain words'
	},
	move: {
		verb: 'rank',
		event: 'ranked',
		summary: 'Move a strength, a value or an interest up or down'
	}
});

/**
 * Removes a note; those below it move up. The output holds all that restores it.
 * @param was expected current text; left out, it is not checked
 * @refuses `selfNotes.changed-elsewhere` when the text is not the expected one
 */
export const removeSelfNote = operation({
	name: 'selfNotes.remove',
	http: { verb: 'DELETE', path: '/self-notes/{id}' },
	summary: 'Delete a strength, a value or an interest',
	effect: 'write',
	input: z.object({ id, was: noteText.optional() }),
	output: z.object({
		kind: selfNoteKind,
		text: z.string(),
		position: z.number(),
		addedAt: z.string()
	}),
	example: { id: exampleId },
	said: ({ text }) => `Deleted: ${text}`,
	undo: (gone, { id }) => undoneBy(addSelfNote, { id, ...gone }),
	run: async (context, input) => {
		const { kind, text, rank, addedAt } = await removeEntry(context, list, input);
		return { kind: selfNoteKind.parse(kind), text, position: rank, addedAt };
	}
});
