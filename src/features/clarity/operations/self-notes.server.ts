import { z } from 'zod';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { otherBody, refuse } from '#kernel/refusal.ts';
import { exampleId } from '#method/values.ts';
import { operation } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { moveTo } from '../rules/ranking.ts';
import { MOST_SELF_NOTES } from '../rules/self-note-kinds.ts';
import { id, noteText, position, selfNoteKind } from '../shapes.ts';
import * as store from '../store.server.ts';
import {
	entryIn,
	newRanks,
	requirePlace,
	requireSameWords,
	requireWords,
	withEntry
} from '../writes/ranks.server.ts';
import { sumOfWords } from '#server/words-sum.ts';

async function writeRanks(scope: Scope, order: readonly store.NoteRow[]): Promise<void> {
	for (const { id, rank } of newRanks(order)) await store.changeSelfNote(scope, id, { rank });
}

/**
 * Names a strength, a value or an interest, at the end of its list or at the place that is given.
 * @refuses `selfNotes.list-full` beyond twelve of a kind; `note.other-body` when the id is
 * known with other words
 */
export const addSelfNote = operation({
	name: 'selfNotes.add',
	http: { verb: 'POST', path: '/self-notes' },
	summary: 'Name a strength, a value or an interest',
	effect: 'write',
	input: z.object({
		id: id.optional(),
		kind: selfNoteKind,
		text: noteText,
		position: position.nullable().optional()
	}),
	output: z.object({ id: z.string() }),
	example: { kind: 'strength', text: 'Getting shy people to talk' },
	said: (_, { text }) => `Added: ${text}`,
	undo: ({ id }, { text }): UndoStep => undoneBy(removeSelfNote, { id, was: sumOfWords(text) }),
	run: async ({ scope, now, record, newId }, input) => {
		const notes = await store.selfNotes(scope);
		const known = notes.find((note) => note.id === input.id);
		if (known) {
			if (known.kind === input.kind && known.text === input.text) return { id: known.id };
			throw otherBody('note');
		}
		const list = notes.filter((note) => note.kind === input.kind);
		if (list.length >= MOST_SELF_NOTES) {
			throw refuse(
				'conflict',
				'selfNotes.list-full',
				'Twelve can be put in an order, more would only blur it. Your twelve are kept. To add this one, remove the one that says least about you.',
				'text'
			);
		}
		const noteId = input.id ?? newId();
		const note = { id: noteId, kind: input.kind, text: input.text, rank: list.length + 1 };
		await store.addSelfNote(scope, { ...note, addedAt: now });
		await writeRanks(scope, withEntry(list, note, input.position));
		record({ verb: 'selfNotes.added', about: { kind: 'self_note', id: noteId } });
		return { id: noteId };
	}
});

/**
 * Says a note in other words.
 * @refuses `selfNotes.changed-elsewhere` when the words are not the ones they were meant to replace
 */
export const changeSelfNote = operation({
	name: 'selfNotes.change',
	http: { verb: 'PATCH', path: '/self-notes/{id}' },
	summary: 'Say a strength, a value or an interest in other words',
	effect: 'write',
	input: z.object({ id, text: noteText, /** the words these replace */ was: noteText.optional() }),
	output: z.object({ was: z.string() }),
	example: { id: exampleId, text: 'Plain words' },
	said: 'Kept',
	undo: ({ was: text }, { id, text: was }): UndoStep => undoneBy(changeSelfNote, { id, text, was }),
	run: async ({ scope, record }, input) => {
		const note = entryIn(await store.selfNotes(scope), input.id, 'note');
		requireWords(note.text, input.was, 'selfNotes.changed-elsewhere');
		await store.changeSelfNote(scope, input.id, { text: input.text });
		record({ verb: 'selfNotes.changed', about: { kind: 'self_note', id: input.id } });
		return { was: note.text };
	}
});

/**
 * Removes a note; those below it move up. The answer says all that brings it back.
 * @param was the words it was seen with, where it must not go with others
 * @refuses `selfNotes.changed-elsewhere` when it says something else by now
 */
export const removeSelfNote = operation({
	name: 'selfNotes.remove',
	http: { verb: 'DELETE', path: '/self-notes/{id}' },
	summary: 'Remove a strength, a value or an interest',
	effect: 'write',
	input: z.object({ id, was: noteText.optional() }),
	output: z.object({ kind: selfNoteKind, text: z.string(), position: z.number() }),
	example: { id: exampleId },
	said: ({ text }) => `Removed: ${text}`,
	undo: ({ kind, text, position }, { id }) => undoneBy(addSelfNote, { id, kind, text, position }),
	run: async ({ scope, record }, input) => {
		const notes = await store.selfNotes(scope);
		const note = entryIn(notes, input.id, 'note');
		requireSameWords(note.text, input.was, 'selfNotes.changed-elsewhere');
		await store.removeSelfNote(scope, input.id);
		await writeRanks(
			scope,
			notes.filter((each) => each.kind === note.kind && each.id !== note.id)
		);
		record({ verb: 'selfNotes.removed', about: { kind: 'self_note', id: input.id } });
		return { kind: selfNoteKind.parse(note.kind), text: note.text, position: note.rank };
	}
});

/**
 * Moves a note to another place in its list, 1 is the top; beyond the end means the end.
 * @param was the place it was seen at, where it must not have moved since
 * @returns the place it has now, and the one it had
 * @refuses `selfNotes.moved-since` when it stands elsewhere by now
 */
export const rankSelfNote = operation({
	name: 'selfNotes.rank',
	http: { verb: 'PUT', path: '/self-notes/{id}/rank' },
	summary: 'Move a strength, a value or an interest up or down',
	effect: 'write',
	input: z.object({ id, position, was: position.optional() }),
	output: z.object({ position: z.number(), was: z.number() }),
	example: { id: exampleId, position: 1 },
	said: 'The order is kept',
	undo: ({ position: was, was: position }, { id }): UndoStep =>
		undoneBy(rankSelfNote, { id, position, was }),
	run: async ({ scope, record }, input) => {
		const notes = await store.selfNotes(scope);
		const note = entryIn(notes, input.id, 'note');
		requirePlace(note.rank, input.was, 'selfNotes.moved-since');
		const list = notes.filter((each) => each.kind === note.kind);
		await writeRanks(scope, moveTo(list, input.id, input.position));
		record({ verb: 'selfNotes.ranked', about: { kind: 'self_note', id: input.id } });
		return { position: Math.min(input.position, list.length), was: note.rank };
	}
});
