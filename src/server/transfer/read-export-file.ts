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
import { JsonBeyondBounds, JsonMeter, type JsonBounds } from '../json-meter.ts';
import * as refused from './refusals.ts';
import { knownSchemas } from './schema.ts';

/** A file whose head was understood; its rows were not looked at yet. */
export interface ExportDocument {
	schema: string;
	workspace: ExportedWorkspace;
	tables: Record<string, unknown>;
}

/** As it was parsed: a record of zod's would leave `__proto__` out, and nobody would be told. */
const asParsed = z.custom<Record<string, unknown>>(
	(value) => typeof value === 'object' && value !== null && !Array.isArray(value)
);

const shape = z.strictObject({
	format: z.literal(formatName),
	version: z.int(),
	about: z.string().optional(),
	schema: z.string(),
	workspace: asParsed,
	tables: asParsed,
	sum: z.string().optional()
});

/** How much a file may hold, counted while it unpacks and before it is parsed. */
export interface FileBounds extends JsonBounds {
	/** when it is unpacked */
	bytes: number;
}

/** What comes in by the command line: nearly the longest text that a parser takes. */
export const hostBounds: FileBounds = { bytes: 400 * 1024 * 1024, depth: 6, tokens: 60_000_000 };

/** A table's rows are at depth 4; 50,000 people with a long season come to about five million tokens. */
export const usualBounds: FileBounds = { bytes: mostUnpacked, depth: 6, tokens: 8_000_000 };

/**
 * Reads an export up to its rows.
 * @param bytes of a .json or .json.gz file
 * @throws Refusal `arrival.…`: empty, damaged, cut off, changed, not ours, too large, newer
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
	const read = shape.safeParse(json);
	if (!read.success || version < 1) throw refused.notOurs;
	checkSum(plain, read.data.sum);
	checkSchema(read.data.schema);
	const workspace = workspaceSchema.safeParse(
		version === 1 ? fromVersion1(read.data.workspace) : read.data.workspace
	);
	if (!workspace.success) {
		const at = workspace.error.issues[0];
		const name = at?.code === 'unrecognized_keys' ? at.keys[0] : at?.path[0];
		throw refused.wrong(`“workspace” does not fit at ${refused.quoted(String(name))}`);
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

/** The bytes of the document, in the pieces in which they come. */
function piecesOf(bytes: Uint8Array): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
	if (bytes.length === 0) throw refused.emptyFile;
	if (startsWith(bytes, 0x50, 0x4b)) throw refused.archive;
	if (!startsWith(bytes, 0x1f, 0x8b)) return [bytes];
	return Readable.from([bytes]).pipe(createGunzip());
}

async function unpacked(bytes: Uint8Array, bounds: FileBounds): Promise<Uint8Array> {
	const meter = new JsonMeter(bounds);
	const pieces: Uint8Array[] = [];
	let length = 0;
	try {
		for await (const piece of piecesOf(bytes)) {
			length += piece.length;
			if (length > bounds.bytes) throw refused.tooLargeUnpacked(bounds.bytes);
			meter.push(piece);
			pieces.push(piece);
		}
	} catch (error) {
		if (error instanceof Refusal) throw error;
		throw error instanceof JsonBeyondBounds ? refused.tooMuch : refused.damaged;
	}
	return Buffer.concat(pieces);
}

function parsed(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		// Ours, but not to its end; or nothing of ours at all.
		const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
		throw head.includes(`"${formatName}"`) ? refused.damaged : refused.notOurs;
	}
}

function isOurs(json: unknown): boolean {
	return z.object({ format: z.literal(formatName) }).safeParse(json).success;
}

/** The sum stands last and is of all bytes before it, without the comma between. */
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
	throw refused.wrong('the schema is none that Imago ever had');
}
