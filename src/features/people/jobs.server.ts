import { z } from 'zod';
import { throttleForRequests } from '#server/background-throttle.ts';
import { suppressionKeysOf } from '#server/suppression-keys.ts';
import type { JobContext, JobHandler } from '#server/job-worker.ts';
import { clearImport } from './importing/clear.server.ts';
import { openFileReader, type FileReader } from './importing/file-reader.server.ts';
import type { FirstMessage } from './importing/messages.ts';
import { countRows } from './store/counting.server.ts';
import { importStage } from './rules/import-stage.ts';
import { MOST_PEOPLE, limitReached } from './rules/limits.ts';
import { storedMapping } from './schemas/imports.ts';
import * as imports from './store/imports.server.ts';
import { removeRejectedRows, addRejectedRows } from './store/rejected-rows.server.ts';
import { countBatch, countFresh, stageBatch } from './store/staging.server.ts';

/** people in one transaction: about 10 ms on a small machine */
const batchSize = 100;

/** Job that reads an uploaded file and stages its people. After a crash it restarts from the beginning. */
const readImport: JobHandler = {
	slow: true,
	run: async (context) => {
		const importId = z.string().parse(context.payload.importId);
		const row = await imports.importRow(context.scope, importId);
		if (!row || importStage(row) !== 'reading') return;
		await clearImport(context, importId);
		const bytes = await imports.fileOf(context.scope, importId);
		if (!bytes) return;
		const mapping = row.mapping ? storedMapping.parse(JSON.parse(row.mapping)) : undefined;
		const open = () => openFileReader({ bytes, mapping, batchSize }, context.signal);
		let reader = await open();
		try {
			const left = await checkLimit(context, reader);
			if (left.failure) {
				const changes = { failed_at: context.clock.now(), failure: left.failure };
				await context.write((inside) => imports.endReading(inside, importId, changes));
				return;
			}
			if (left.usedUp) {
				await reader.close();
				reader = await open();
			}
			await take(context, row, reader);
		} finally {
			reader.close();
		}
	},
	gaveUp: async (context) => {
		const importId = z.string().parse(context.payload.importId);
		const failure =
			'Reading this file failed five times. Nothing was imported. Your address book is unchanged. Download a new file from LinkedIn and try again.';
		await context.write(async (inside) => {
			await imports.endReading(inside, importId, { failed_at: context.clock.now(), failure });
			await removeRejectedRows(inside, importId);
		});
		await clearImport(context, importId);
	}
};

/**
 * Checks whether the new people of a file exceed the limit of the address book. People already in it
 * do not count, so a file that seems too large is first read once without staging anybody.
 * @returns the sentence of the failure if they do; and whether the reader's batches are used up
 */
async function checkLimit(
	{ scope, write, secret }: JobContext,
	reader: FileReader
): Promise<{ usedUp: boolean; failure?: string }> {
	const left = MOST_PEOPLE - (await countRows(scope));
	if (reader.first.kind !== 'read' || reader.first.people <= left) return { usedUp: false };
	const keys = await write((inside) => suppressionKeysOf(inside, secret));
	let fresh = 0;
	const throttle = throttleForRequests();
	for await (const batch of reader.batches()) {
		fresh += await countFresh(scope, batch, keys);
		if (fresh > left) return { usedUp: true, failure: limitReached(left) };
		await throttle();
	}
	return { usedUp: true };
}

async function take(
	context: JobContext,
	{ id: importId, mapping }: imports.ImportRow,
	reader: FileReader
): Promise<void> {
	const { write, stage, clock, secret } = context;
	const { first } = reader;
	if (first.kind !== 'read') {
		const changes = outcome(first, mapping, clock.now());
		await write(async (inside) => {
			// If the import was discarded meanwhile, nothing is staged.
			const row = await imports.importRow(inside, importId);
			if (!row || importStage(row) !== 'reading') return;
			if ('failed_at' in changes) await imports.endReading(inside, importId, changes);
			else await imports.changeImport(inside, importId, changes);
		});
		return;
	}
	const { people, unreadable, unreadableCount } = first;
	await write(async (inside) => {
		await removeRejectedRows(inside, importId);
		await addRejectedRows(inside, importId, unreadable);
		await imports.changeImport(inside, importId, {
			new_count: 0,
			known_count: 0,
			suppressed_count: 0,
			unreadable_count: unreadableCount,
			row_count: people + unreadableCount,
			read_count: unreadableCount
		});
	});
	const keys = await write((inside) => suppressionKeysOf(inside, secret));
	const throttle = throttleForRequests();
	for await (const batch of reader.batches()) {
		const wanted = await stage(async (inside) => {
			const staged = await stageBatch(inside, batch, { importId, keys, now: clock.now() });
			return countBatch(inside, importId, batch.length, staged);
		});
		if (!wanted) return;
		await throttle();
	}
	await write((inside) =>
		imports.endReading(inside, importId, { read_at: clock.now(), failure: null })
	);
}

const nobodySo =
	'No people could be read with these columns. The file is still here. Choose the column that contains the name.';

/** Columns of an import whose file gave no people: either its header awaits a mapping, or it failed. */
function outcome(
	first: Exclude<FirstMessage, { kind: 'read' }>,
	mapping: string | null,
	now: string
) {
	if (first.kind === 'no-header') {
		return {
			header: JSON.stringify({ header: first.header, sample: first.sample }),
			mapping: null
		};
	}
	if (first.kind === 'nobody' && mapping) return { mapping: null, failure: nobodySo };
	return { failed_at: now, failure: first.sentence };
}

/** Job that deletes the people of a discarded or undone import. */
const clearUndone: JobHandler = {
	slow: true,
	run: async (context) => {
		const importId = z.string().parse(context.payload.importId);
		const row = await imports.importRow(context.scope, importId);
		if (!row?.undone_at || row.cleared_at) return;
		await clearImport(context, importId);
		await context.write(async (inside) => {
			await removeRejectedRows(inside, importId);
			await imports.endReading(inside, importId, { cleared_at: context.clock.now() });
		});
	}
};

export const peopleJobs: Record<string, JobHandler> = {
	'people.readImport': readImport,
	'people.clearImport': clearUndone
};
