import { hash } from 'node:crypto';
import { z } from 'zod';
import { exampleId, id } from '#method/field-schemas.ts';
import { otherBody } from '#kernel/refusal.ts';
import { nextCursor, pageFields } from '#server/paging.ts';
import { operation } from '#server/perform.ts';
import { importOf } from '../reads/imports.server.ts';
import { longestUpload, mostLines } from '../reading/limits.ts';
import * as refusals from '../rules/import-refusals.ts';
import { importStage } from '../rules/import-stage.ts';
import { plainLine } from '#kernel/texts.ts';
import { rejectedRow, columns, importDetails, importSummary, storedHeader } from '../schemas.ts';
import { rejectedPage, rejectedRows } from '../store/rejected-rows.server.ts';
import * as store from '../store/imports.server.ts';

/** longest base64 text that is decoded: four characters for three bytes; longer ones are refused at once */
const longestContent = Math.ceil(longestUpload / 3) * 4 + 4;
const rejectedPageSize = 50;

/**
 * Stores a file and queues the job that reads it: its people are staged until `imports.commit`.
 * @refuses `imports.waiting` (conflict) while another import waits for a decision;
 * `imports.too-large` beyond 10 MB; `imports.empty-file`; `import.other-body` (conflict) for an id
 * that came with another file before
 * @source docs/security/measures.md "Limits"
 */
export const readImport = operation({
	name: 'imports.read',
	http: { verb: 'POST', path: '/imports' },
	summary: 'Read a LinkedIn file; no one is added until you commit the import',
	effect: 'draft',
	bodyBytes: longestContent + 65_536,
	input: z.object({
		id: id.optional(),
		fileName: z
			.string('Choose a file.')
			.overwrite(plainLine)
			.trim()
			.min(1, 'Choose a file.')
			.max(255, 'At most 255 characters.'),
		// Only the type is checked here: a pattern would scan ten million characters. Forms pass the bytes
		// themselves.
		content: z
			.custom<string | Uint8Array>(
				(given) => typeof given === 'string' || given instanceof Uint8Array,
				'Choose a file.'
			)
			.meta({ type: 'string' }),
		encoding: z.enum(['base64', 'text']).default('base64')
	}),
	output: z.object({ id: z.string() }),
	example: {
		fileName: 'Connections.csv',
		content:
			'First Name,Last Name,URL\nJoan,Whitcombe,https://www.linkedin.com/in/joan-whitcombe\n',
		encoding: 'text'
	},
	run: async ({ scope, now, record, queue, newId }, input) => {
		const importId = input.id ?? newId();
		const before = input.id ? await store.importRow(scope, input.id) : undefined;
		if (input.content.length > longestContent) throw refusals.tooLarge;
		const bytes = bytesOf(input.content, input.encoding);
		if (bytes.length > longestUpload) throw refusals.tooLarge;
		if (bytes.length === 0) throw refusals.emptyFile;
		const fileHash = hash('sha256', bytes);
		if (before) {
			const isSame = before.file_name === input.fileName && before.file_hash === fileHash;
			if (isSame) return { id: before.id };
			throw otherBody('import');
		}
		const waiting = await store.waitingImport(scope);
		if (waiting) throw refusals.anotherWaits(waiting.file_name);
		await store.addImport(scope, {
			id: importId,
			fileName: input.fileName,
			hash: fileHash,
			bytes,
			uploadedAt: now
		});
		queue({ kind: 'people.readImport', payload: { importId } });
		record({ verb: 'imports.uploaded', about: { kind: 'import', id: importId } });
		return { id: importId };
	}
});

function bytesOf(content: string | Uint8Array, encoding: 'base64' | 'text'): Uint8Array {
	if (typeof content !== 'string') return content;
	return Buffer.from(content, encoding === 'text' ? 'utf8' : 'base64');
}

/**
 * Maps the columns of a file whose header was not recognised, and reads the file again.
 * @refuses `imports.not-asked` (conflict) when this file does not await a mapping;
 * `imports.no-name-column`
 */
export const mapImport = operation({
	name: 'imports.map',
	http: { verb: 'POST', path: '/imports/{id}/mapping' },
	summary: 'Choose what each column of a file contains',
	effect: 'draft',
	input: z.object({
		id,
		columns: columns.default({}),
		/** whether the first line names the columns or is a person itself */
		firstLine: z.enum(['names', 'person']).default('names')
	}),
	output: z.object({ id: z.string() }),
	example: { id: exampleId, columns: { name: 0, email: 1 } },
	run: async ({ scope, queue, record }, input) => {
		const row = await importOf(scope, input.id);
		if (importStage(row) !== 'mapping' || !row.header) throw refusals.notAsked;
		const { header } = storedHeader.parse(JSON.parse(row.header));
		const { name, givenName, familyName } = input.columns;
		if ([name, givenName, familyName].every((index) => index === undefined)) {
			throw refusals.noNameColumn;
		}
		if (Object.values(input.columns).some((index) => (index ?? 0) >= header.length)) {
			throw refusals.noSuchColumn;
		}
		const mapping = JSON.stringify({
			columns: input.columns,
			headerIsRow: input.firstLine === 'person'
		});
		await store.changeImport(scope, row.id, { mapping, failure: null });
		queue({ kind: 'people.readImport', payload: { importId: row.id } });
		record({ verb: 'imports.mapped', about: { kind: 'import', id: row.id } });
		return { id: row.id };
	}
});

/**
 * Imports with their state, newest first, in pages of 100 unless `limit` says otherwise.
 * @refuses `imports.cursor`
 */
export const listImports = operation({
	name: 'imports.list',
	http: { verb: 'GET', path: '/imports' },
	summary: 'List your imports',
	effect: 'read',
	input: z.object(pageFields),
	output: z.object({
		imports: z.array(importSummary),
		/** the import that waits to be committed or discarded, on every page */
		waiting: importSummary.nullable(),
		nextCursor
	}),
	example: {},
	run: async ({ scope }, input) => {
		const [page, waiting] = await Promise.all([
			store.importRows(scope, input),
			store.waitingImport(scope)
		]);
		return {
			imports: page.rows.map(summary),
			waiting: waiting ? summary(waiting) : null,
			nextCursor: page.nextCursor
		};
	}
});

/**
 * Rejected rows of an import's file with their reasons, in the order of the file.
 * @refuses `import.missing`, `rejectedRows.cursor`
 */
export const listRejectedRows = operation({
	name: 'imports.rejectedRows',
	http: { verb: 'GET', path: '/imports/{id}/rejected-rows' },
	summary: 'List the rejected rows of an import, with the reasons',
	effect: 'read',
	input: z.object({ id, ...pageFields }),
	output: z.object({ rows: z.array(rejectedRow), nextCursor }),
	example: { id: exampleId },
	run: async ({ scope }, { id: importId, ...asked }) => {
		await importOf(scope, importId);
		return rejectedPage(scope, importId, asked);
	}
});

/** One import: progress, a sample of the new people, the rejected rows. */
export const getImport = operation({
	name: 'imports.get',
	http: { verb: 'GET', path: '/imports/{id}' },
	summary: 'View the progress of an import and the people it would add',
	effect: 'read',
	input: z.object({ id, rejectedAfter: z.int().min(0).max(mostLines).default(0) }),
	output: importDetails,
	example: { id: exampleId },
	run: async ({ scope }, input) => {
		const row = await importOf(scope, input.id);
		const base = summary(row);
		const { stage } = base;
		const isOver = stage === 'discarded' || stage === 'undone';
		const rows = isOver
			? []
			: await rejectedRows(scope, row.id, input.rejectedAfter, rejectedPageSize + 1);
		const page = rows.slice(0, rejectedPageSize);
		return {
			...base,
			header: stage === 'mapping' ? storedHeader.parse(JSON.parse(row.header ?? '{}')) : null,
			samples: isOver ? [] : await store.someOf(scope, row.id, 8),
			rejected: {
				rows: page,
				nextAfter: rows.length > rejectedPageSize ? (page.at(-1)?.line ?? null) : null
			}
		};
	}
});

function summary(row: store.ImportRow) {
	return {
		id: row.id,
		fileName: row.file_name,
		stage: importStage(row),
		uploadedAt: row.uploaded_at,
		committedAt: row.committed_at,
		undoneAt: row.undone_at,
		counts: {
			total: row.row_count,
			read: row.read_count,
			fresh: row.new_count,
			known: row.known_count,
			suppressed: row.suppressed_count,
			unreadable: row.unreadable_count
		},
		failure: row.failure
	};
}
