import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { Refusal } from '#kernel/refusal.ts';
import {
	formatName,
	formatVersion,
	mostUnpacked,
	workspaceSchema,
	type ExportedWorkspace
} from './export-format.ts';
import { JsonBeyondBounds, JsonLimiter, type JsonBounds } from '../json-limits.ts';
import * as refused from './refusals.ts';
import { knownSchemas } from './schema.ts';

/** An export whose head is valid; its rows are not checked yet. */
export interface ExportDocument {
	schema: string;
	workspace: ExportedWorkspace;
	tables: Record<string, unknown>;
}

/** Any object, as it was parsed: a zod record would drop `__proto__` without an error. */
const asParsed = z.custom<Record<string, unknown>>(
	(value) => typeof value === 'object' && value !== null && !Array.isArray(value)
);

const documentSchema = z.strictObject({
	format: z.literal(formatName),
	version: z.int(),
	about: z.string().optional(),
	schema: z.string(),
	workspace: asParsed,
	tables: asParsed,
	sum: z.string().optional()
});

/** Limits on a file, enforced while it is unpacked and before it is parsed. */
export interface FileBounds extends JsonBounds {
	/** unpacked size */
	bytes: number;
}

/** Limits of an import by the command line: nearly the longest text that the parser accepts. */
export const hostBounds: FileBounds = { bytes: 400 * 1024 * 1024, depth: 6, tokens: 60_000_000 };

/**
 * Limits of an import by a user. Rows are at depth 4; 50,000 people with a long season come to
 * about five million tokens.
 */
export const usualBounds: FileBounds = { bytes: mostUnpacked, depth: 6, tokens: 8_000_000 };

/**
 * Reads an export, except for its rows, which stay unchecked.
 * @param bytes of a .json or .json.gz file
 * @throws Refusal `workspace-import.…` for a file that is empty, damaged, cut off, changed, of another
 * format, too large or of a newer version
 */
export async function readFile(
	bytes: Uint8Array,
	bounds: FileBounds = usualBounds
): Promise<ExportDocument> {
	const plain = await unpacked(bytes, bounds);
	const json = parsed(plain);
	const { version } = z
		.object({ version: z.int().catch(0) })
		.catch({ version: 0 })
		.parse(json);
	if (isOurs(json) && version > formatVersion) throw refused.newer(`version ${String(version)}`);
	const read = documentSchema.safeParse(json);
	if (!read.success || version < 1) throw refused.notOurs;
	checkSum(plain, read.data.sum);
	checkSchema(read.data.schema);
	const workspace = workspaceSchema.safeParse(
		version === 1 ? fromVersion1(read.data.workspace) : read.data.workspace
	);
	if (!workspace.success) {
		const at = workspace.error.issues[0];
		const name = at?.code === 'unrecognized_keys' ? at.keys[0] : at?.path[0];
		throw refused.wrong(`“workspace” has a wrong value at ${refused.quoted(String(name))}`);
	}
	return { schema: read.data.schema, workspace: workspace.data, tables: read.data.tables };
}

/** In version 1 the key of the suppression list had another name. */
function fromVersion1({ kept_out_key, ...workspace }: Record<string, unknown>) {
	return kept_out_key === undefined ? workspace : { ...workspace, suppression_key: kept_out_key };
}

function startsWith(bytes: Uint8Array, ...head: number[]): boolean {
	return head.every((byte, at) => bytes[at] === byte);
}

/** The unpacked bytes of the document, in chunks. */
function unpackedChunks(bytes: Uint8Array): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
	if (bytes.length === 0) throw refused.emptyFile;
	if (startsWith(bytes, 0x50, 0x4b)) throw refused.archive;
	if (!startsWith(bytes, 0x1f, 0x8b)) return [bytes];
	return Readable.from([bytes]).pipe(createGunzip());
}

async function unpacked(bytes: Uint8Array, bounds: FileBounds): Promise<Uint8Array> {
	const limiter = new JsonLimiter(bounds);
	const chunks: Uint8Array[] = [];
	let length = 0;
	try {
		for await (const chunk of unpackedChunks(bytes)) {
			length += chunk.length;
			if (length > bounds.bytes) throw refused.tooLargeUnpacked(bounds.bytes);
			limiter.push(chunk);
			chunks.push(chunk);
		}
	} catch (error) {
		if (error instanceof Refusal) throw error;
		throw error instanceof JsonBeyondBounds ? refused.tooMuch : refused.damaged;
	}
	return Buffer.concat(chunks);
}

function parsed(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		// An export that is cut off, or a file of another kind.
		const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
		throw head.includes(`"${formatName}"`) ? refused.damaged : refused.notOurs;
	}
}

function isOurs(json: unknown): boolean {
	return z.object({ format: z.literal(formatName) }).safeParse(json).success;
}

/** The sum is the last field and covers all bytes before it, without the comma between. */
function checkSum(bytes: Uint8Array, sum: string | undefined): void {
	if (sum === undefined) return;
	const at = Buffer.from(bytes).lastIndexOf(',\n"sum":"');
	if (at < 0) throw refused.changed;
	const actual = createHash('sha256').update(bytes.subarray(0, at)).digest('hex');
	if (actual !== sum) throw refused.changed;
}

function checkSchema(schema: string): void {
	const known = knownSchemas();
	if (known.includes(schema)) return;
	if (/^\d{4}-/.test(schema) && schema > (known.at(-1) ?? '')) throw refused.newer(schema);
	throw refused.wrong('the schema is not known');
}
