import { z } from 'zod';
import { exampleId, id } from '#method/field-schemas.ts';
import { undoneBy } from '#kernel/operation.ts';
import { operation } from '#server/perform.ts';
import { personReferences } from '#server/person-references.ts';
import { importOf } from '../reads/imports.server.ts';
import { nobodyNew, notNow } from '../rules/import-refusals.ts';
import { importStage } from '../rules/import-stage.ts';
import { removeRejectedTexts } from '../store/rejected-rows.server.ts';
import * as store from '../store/imports.server.ts';
import { detachPeopleInUse } from '../store/undoing.server.ts';

/**
 * Commits an import: all its staged people become visible at once.
 * @refuses conflict: `imports.nobody-new`, or `imports.<stage>` when it is not ready
 */
export const commitImport = operation({
	name: 'imports.commit',
	http: { verb: 'POST', path: '/imports/{id}/commit' },
	summary: 'Add the people of an import to the address book, all at once',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({ id: z.string(), fresh: z.number() }),
	example: { id: exampleId },
	undo: ({ id }) => undoneBy(undoImport, { id }),
	run: async ({ scope, now, record }, input) => {
		const row = await importOf(scope, input.id);
		const stage = importStage(row);
		if (stage !== 'ready') throw notNow(stage);
		if (row.new_count === 0) throw nobodyNew;
		await store.changeImport(scope, row.id, { committed_at: now });
		await removeRejectedTexts(scope, row.id);
		record({ verb: 'imports.committed', about: { kind: 'import', id: row.id } });
		return { id: row.id, fresh: row.new_count };
	}
});

/**
 * Discards an import that was not committed; stops one that is still being read.
 * @refuses conflict: `imports.committed`, `imports.discarded`, `imports.undone`
 */
export const discardImport = operation({
	name: 'imports.discard',
	http: { verb: 'POST', path: '/imports/{id}/discard' },
	summary: 'Discard an import before its people are added',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({}),
	example: { id: exampleId },
	said: 'Import discarded. Your address book is unchanged.',
	run: async ({ scope, now, record, queue }, input) => {
		const row = await importOf(scope, input.id);
		const stage = importStage(row);
		if (stage === 'committed' || stage === 'discarded' || stage === 'undone') throw notNow(stage);
		await store.endReading(scope, row.id, { undone_at: now });
		queue({ kind: 'people.clearImport', payload: { importId: row.id } });
		record({ verb: 'imports.discarded', about: { kind: 'import', id: row.id } });
		return {};
	}
});

/** most names of people who stay in the answer */
const namesShown = 20;

/**
 * Undoes a committed import: its people disappear at once. People who have an interview, introduced
 * somebody, or were edited since stay.
 * @returns the number of people who stay, and the first of their names
 * @refuses conflict: `imports.<stage>` when it is not in the address book
 */
export const undoImport = operation({
	name: 'imports.undo',
	http: { verb: 'DELETE', path: '/imports/{id}/commit' },
	summary: 'Undo an import; people with an interview or an edit stay',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({ stayed: z.number(), names: z.array(z.string()) }),
	example: { id: exampleId },
	run: async ({ scope, now, extensions, record, queue }, input) => {
		const row = await importOf(scope, input.id);
		const stage = importStage(row);
		if (stage !== 'committed') throw notNow(stage);
		const stayed = await detachPeopleInUse(scope, extensions.of(personReferences), row.id);
		await store.changeImport(scope, row.id, { undone_at: now });
		queue({ kind: 'people.clearImport', payload: { importId: row.id } });
		record({ verb: 'imports.undone', about: { kind: 'import', id: row.id } });
		return {
			stayed: stayed.length,
			names: stayed.slice(0, namesShown).map(({ name }) => name)
		};
	}
});
