import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import {
	formatName,
	formatVersion,
	mostUnpacked,
	workspaceShape,
	type LeavingWorkspace
} from './format.ts';
import * as refused from './refusals.ts';
import { knownSchemas } from './schema.ts';

/** A file whose head was understood; its rows were not looked at yet. */
export interface ExportDocument {
	schema: string;
	workspace: LeavingWorkspace;
	tables: Record<string, unknown>;
}

const shape = z.strictObject({
	format: z.literal(formatName),
	version: z.int(),
	about: z.string().optional(),
	schema: z.string(),
	workspace: z.record(z.string(), z.unknown()),
	tables: z.record(z.string(), z.unknown()),
	sum: z.string().optional()
});

/**
 * Reads an export up to its rows.
 * @param bytes of a .json or .json.gz file
 * @throws Refusal `arrival.…`: damaged, cut off, changed, not ours, too large, newer
 */
export function readFile(bytes: Uint8Array): ExportDocument {
	const plain = unpacked(bytes);
	const json = parsed(plain);
	const { version } = z
		.object({ version: z.int().catch(0) })
		.catch({ version: 0 })
		.parse(json);
	if (isOurs(json) && version > formatVersion) throw refused.newer(`version ${String(version)}`);
	const read = shape.safeParse(json);
	if (!read.success || version !== formatVersion) throw refused.notOurs();
	checkSum(plain, read.data.sum);
	checkSchema(read.data.schema);
	const workspace = workspaceShape.safeParse(read.data.workspace);
	if (!workspace.success) {
		const at = workspace.error.issues[0];
		throw refused.wrong(`“workspace” does not fit at “${String(at?.path[0] ?? 'its names')}”`);
	}
	return { schema: read.data.schema, workspace: workspace.data, tables: read.data.tables };
}

function startsWith(bytes: Uint8Array, ...head: number[]): boolean {
	return head.every((byte, at) => bytes[at] === byte);
}

function unpacked(bytes: Uint8Array): Uint8Array {
	if (bytes.length === 0) throw refused.noFile();
	if (startsWith(bytes, 0x50, 0x4b)) throw refused.archive();
	if (!startsWith(bytes, 0x1f, 0x8b)) {
		if (bytes.length > mostUnpacked) throw refused.tooLargeUnpacked();
		return bytes;
	}
	try {
		return gunzipSync(bytes, { maxOutputLength: mostUnpacked });
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		throw code === 'ERR_BUFFER_TOO_LARGE' ? refused.tooLargeUnpacked() : refused.damaged();
	}
}

function parsed(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		// Ours, but not to its end; or nothing of ours at all.
		const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
		throw head.includes(`"${formatName}"`) ? refused.damaged() : refused.notOurs();
	}
}

function isOurs(json: unknown): boolean {
	return z.object({ format: z.literal(formatName) }).safeParse(json).success;
}

/** The sum stands last and is of all bytes before it, without the comma between. */
function checkSum(bytes: Uint8Array, sum: string | undefined): void {
	if (sum === undefined) return;
	const at = Buffer.from(bytes).lastIndexOf(',\n"sum":"');
	if (at < 0) throw refused.changed();
	const actual = createHash('sha256').update(bytes.subarray(0, at)).digest('hex');
	if (actual !== sum) throw refused.changed();
}

function checkSchema(schema: string): void {
	const known = knownSchemas();
	if (known.includes(schema)) return;
	if (/^\d{4}-/.test(schema) && schema > (known.at(-1) ?? '')) throw refused.newer(schema);
	throw refused.wrong('the schema is none that Imago ever had');
}
