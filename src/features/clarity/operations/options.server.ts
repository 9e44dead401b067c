import { z } from 'zod';
import { restoredAt } from '#kernel/clock.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { oneIn, otherBody, refuseConflict } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { MOST_OTHER_OPTIONS } from '../rules/self-note-kinds.ts';
import { id, optionText } from '../schemas.ts';
import * as store from '../store.server.ts';
import { requireSameText } from '../writes/ranks.server.ts';
import { digestOf } from '#server/text-digest.ts';

/**
 * Adds another option beside the themes; the readiness check counts them (method.md 1).
 * @refuses `options.list-full` beyond forty; `option.other-body` when the id is known with other
 * words
 */
export const addOption = operation({
	name: 'options.add',
	http: { verb: 'POST', path: '/options' },
	summary: 'Add another option',
	effect: 'write',
	input: z.object({
		id: id.optional(),
		text: optionText,
		/** original instant, given only when an undo restores it */
		addedAt: instant.optional()
	}),
	output: z.object({ id: z.string() }),
	example: { text: 'Opening a bakery' },
	said: (_, { text }) => `Added: ${text}`,
	undo: ({ id }, { text }): UndoStep => undoneBy(removeOption, { id, was: digestOf(text) }),
	run: async ({ scope, now, record, newId }, input) => {
		const options = await store.otherOptions(scope);
		const known = options.find((option) => option.id === input.id);
		if (known) {
			if (known.text === input.text) return { id: known.id };
			throw otherBody('option');
		}
		if (options.length >= MOST_OTHER_OPTIONS) {
			throw refuseConflict(
				'options.list-full',
				'You already have forty options, which is the maximum. They are safe. Delete one before you add another.',
				'text'
			);
		}
		const optionId = input.id ?? newId();
		const added_at = restoredAt(input.addedAt, now);
		await store.addOption(scope, { id: optionId, text: input.text, added_at });
		record({ verb: 'options.added', about: { kind: 'other_option', id: optionId } });
		return { id: optionId };
	}
});

/**
 * Removes another option. The output holds all that restores it.
 * @param was expected current text; left out, it is not checked
 * @refuses `options.changed-elsewhere` when the text is not the expected one
 */
export const removeOption = operation({
	name: 'options.remove',
	http: { verb: 'DELETE', path: '/options/{id}' },
	summary: 'Delete another option',
	effect: 'write',
	input: z.object({ id, was: optionText.optional() }),
	output: z.object({ text: z.string(), addedAt: z.string() }),
	example: { id: exampleId },
	said: ({ text }) => `Deleted: ${text}`,
	undo: (gone, { id }) => undoneBy(addOption, { id, ...gone }),
	run: async ({ scope, record }, input) => {
		const option = oneIn(await store.otherOptions(scope), input.id, 'option');
		requireSameText(option.text, input.was, 'options.changed-elsewhere');
		await store.removeOption(scope, input.id);
		record({ verb: 'options.removed', about: { kind: 'other_option', id: input.id } });
		return { text: option.text, addedAt: option.addedAt };
	}
});
