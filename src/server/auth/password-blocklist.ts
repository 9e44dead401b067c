import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * A list of breached passwords that the host provides, in one of two formats: SHA-1 hashes in hex,
 * sorted, each optionally with `:count` (the files of Have I Been Pwned, many GB, binary search),
 * or plain text, one password a line.
 */
const hashLine = /^([0-9a-f]{40})(?::\d+)?\s*$/i;

/** Bytes of a line at most: 256 characters of four bytes, or a hash with its count. */
const longestLine = 2048;
/** A plain list is read to its end for each password; 64 MB take about a third of a second. */
const mostPlainBytes = 64 * 1024 * 1024;
/** Positions at which the order of a list of hashes is checked before it is used. */
const samples = 64;

function textAt(file: number, position: number, length: number): string {
	const buffer = Buffer.alloc(length);
	const read = readSync(file, buffer, 0, length, position);
	return buffer.toString('latin1', 0, read);
}

/**
 * The first hash that begins after a position, in upper case; nothing where the file ends before.
 */
function hashAfter(file: number, position: number): string | undefined {
	const text = textAt(file, position, 2 * 128);
	const from = position === 0 ? 0 : text.indexOf('\n') + 1;
	if (position > 0 && from === 0) return undefined;
	const [line = ''] = text.slice(from).split('\n');
	return hashLine.exec(line)?.[1]?.toUpperCase();
}

function holdsHashes(file: number): boolean {
	return hashAfter(file, 0) !== undefined;
}

function withFile<Result>(path: string, work: (file: number, size: number) => Result): Result {
	const file = openSync(path, 'r');
	try {
		return work(file, fstatSync(file).size);
	} finally {
		closeSync(file);
	}
}

/** Binary search for a hash. */
function findHash(file: number, size: number, target: string): boolean {
	if (hashAfter(file, 0) === target) return true;
	let low = 0;
	let high = size;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		const found = hashAfter(file, middle);
		if (found === target) return true;
		if (found !== undefined && found < target) low = middle;
		else high = middle;
	}
	return false;
}

function findPlain(file: number, size: number, target: string): boolean {
	const chunk = Buffer.alloc(1024 * 1024);
	let rest = Buffer.alloc(0);
	for (let position = 0; position < size && position < mostPlainBytes;) {
		const read = readSync(file, chunk, 0, chunk.length, position);
		if (read === 0) break;
		position += read;
		const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
		const end = bytes.lastIndexOf(10) + 1;
		if (linesOf(bytes.subarray(0, end)).includes(target)) return true;
		// A longer line is no password.
		rest = Buffer.from(bytes.subarray(Math.max(end, bytes.length - longestLine)));
	}
	return linesOf(rest).includes(target);
}

function linesOf(bytes: Buffer): string[] {
	return bytes.toString('utf8').toLowerCase().split(/\r?\n/);
}

/**
 * Whether the list contains this password. Blocks its thread while it reads.
 * @param path of the list
 */
export function isListed(path: string, password: string): boolean {
	return withFile(path, (file, size) => {
		if (!holdsHashes(file)) return findPlain(file, size, password.toLowerCase());
		const hash = createHash('sha1').update(password).digest('hex').toUpperCase();
		return findHash(file, size, hash);
	});
}

/**
 * Checks a list at the start of the program.
 * @param path as the host gave it
 * @returns what is wrong with it, to follow the name of the setting in a sentence; nothing if it
 * can be used
 */
export function blocklistError(path: string): string | undefined {
	try {
		return withFile(path, (file, size) => {
			if (!fstatSync(file).isFile()) return 'it must name a file';
			if (!holdsHashes(file)) {
				return size > mostPlainBytes
					? 'a list of plain passwords may have 64 MB; take one of SHA-1 hashes in their order, which may have any size'
					: undefined;
			}
			let previous = '';
			for (let sample = 0; sample < samples; sample += 1) {
				const hash = hashAfter(file, Math.floor((size / samples) * sample));
				if (hash !== undefined && hash < previous) {
					return 'its SHA-1 hashes must be in their order; take the file that is ordered by hash, or sort it';
				}
				previous = hash ?? previous;
			}
			return undefined;
		});
	} catch {
		// Missing or not readable: either way the host has to correct it.
		return 'there is no file that Imago can read at this path';
	}
}
