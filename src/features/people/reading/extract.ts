import { crc32, inflateRawSync } from 'node:zlib';
import { Inflate } from 'fflate';
import { Refusal, refuseInvalid } from '#kernel/refusal.ts';
import { damaged, type Entry } from './archive.ts';
import type { Budget } from './budget.ts';

/** Bytes inflated at a time: Deflate expands at most 1,032 times, so at most 16 MB before the next budget check. */
const step = 16 * 1024;
const localLength = 30;
const localSignature = 0x04034b50;

/**
 * Unpacks one entry. The unpacked bytes are counted against the budget, regardless of the size stated
 * in the archive, and compared with its checksum at the end.
 * @param limit stop after this many bytes; the checksum is not compared then
 * @throws Refusal `people.zip-encrypted`, `people.zip-method`, `people.zip-damaged`, and those of
 * `Budget`
 */
export function extract(
	archive: Uint8Array,
	entry: Entry,
	budget: Budget,
	limit = Infinity
): Uint8Array {
	const packed = contentOf(archive, entry);
	const bytes = entry.method === 0 ? packed.subarray(0, limit) : inflate(packed, budget, limit);
	if (entry.method === 0) budget.spendBytes(bytes.length);
	if (bytes.length < limit && crc32(bytes) !== entry.checksum) throw damaged;
	return bytes;
}

function contentOf(archive: Uint8Array, entry: Entry): Uint8Array {
	if (entry.encrypted) {
		throw refuseInvalid(
			'people.zip-encrypted',
			'This ZIP is protected with a password. Nothing was imported. Unpack it on your computer and upload only the Connections.csv.'
		);
	}
	if (entry.method !== 0 && entry.method !== 8) {
		throw refuseInvalid(
			'people.zip-method',
			'Imago cannot read this kind of ZIP. Nothing was imported. Unpack it on your computer and upload only the Connections.csv.'
		);
	}
	const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
	const header = entry.offset;
	if (header + localLength > archive.length) throw damaged;
	if (view.getUint32(header, true) !== localSignature) throw damaged;
	const names = view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
	const start = header + localLength + names;
	if (start + entry.packed > archive.length) throw damaged;
	return archive.subarray(start, start + entry.packed);
}

function inflate(packed: Uint8Array, budget: Budget, limit: number): Uint8Array {
	return limit === Infinity ? inflateAll(packed, budget) : inflateStart(packed, budget, limit);
}

/** Inflates a whole entry with zlib, ten times as fast as in steps; the output limit is the budget. */
function inflateAll(packed: Uint8Array, budget: Budget): Uint8Array {
	if (packed.length === 0) return packed;
	try {
		const bytes = inflateRawSync(packed, { maxOutputLength: Math.max(budget.bytesLeft, 1) });
		budget.spendBytes(bytes.length);
		return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
	} catch (error) {
		if (error instanceof Refusal) throw error;
		if (isTooLarge(error)) budget.spendBytes(Infinity);
		throw damaged;
	}
}

function isTooLarge(error: unknown): boolean {
	return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/** Inflates only the first bytes of an entry, in steps; zlib's one-shot call cannot stop early. */
function inflateStart(packed: Uint8Array, budget: Budget, limit: number): Uint8Array {
	const parts: Uint8Array[] = [];
	let length = 0;
	const stream = new Inflate((part) => {
		budget.spendBytes(part.length);
		length += part.length;
		parts.push(part);
	});
	try {
		for (let at = 0; at < packed.length && length < limit; at += step) {
			stream.push(packed.subarray(at, at + step), at + step >= packed.length);
		}
	} catch (error) {
		throw error instanceof Refusal ? error : damaged;
	}
	return Buffer.concat(parts).subarray(0, limit);
}
