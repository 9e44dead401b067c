import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { connectionsCsv, connectionsZip } from '#tests/support/connections.ts';
import { longestCsv } from './limits.ts';
import { readUpload } from './upload.ts';

type Pick = (below: number) => number;

/** Linear congruential generator of Numerical Recipes, seeded: the same damage in every run. */
function picker(seed: number): Pick {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

function spliced(bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array {
	const tail = bytes.subarray(at + removed);
	const result = new Uint8Array(at + added.length + tail.length);
	result.set(bytes.subarray(0, at));
	result.set(added, at);
	result.set(tail, at + added.length);
	return result;
}

const damages: ((bytes: Uint8Array, pick: Pick) => Uint8Array)[] = [
	(bytes, pick) => bytes.subarray(0, pick(bytes.length)),
	(bytes, pick) => {
		const copy = bytes.slice();
		for (let count = 1 + pick(20); count > 0; count -= 1) {
			const at = pick(copy.length);
			copy[at] = (copy[at] ?? 0) ^ (1 << pick(8));
		}
		return copy;
	},
	(bytes, pick) => {
		const at = bytes.indexOf(10, pick(bytes.length)) + 1;
		return spliced(bytes, at, Math.max(0, bytes.indexOf(10, at) + 1 - at), new Uint8Array());
	},
	(bytes) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1'), 'utf16le')),
	(bytes) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('utf8'), 'latin1')),
	(bytes, pick) => spliced(bytes, pick(bytes.length), 0, strToU8('"'.repeat(1 + pick(3)))),
	(bytes, pick) => spliced(bytes, pick(bytes.length), 0, strToU8('x,'.repeat(pick(30_000)))),
	(bytes, pick) => spliced(bytes, pick(bytes.length), 0, new Uint8Array(1 + pick(9))),
	(bytes, pick) => spliced(bytes, pick(bytes.length), pick(400), strToU8('\r\n\r'))
];

const originals = [
	strToU8(connectionsCsv({ rows: 30, bom: true, crlf: true })),
	strToU8(connectionsCsv({ rows: 30, seed: 2, language: 'fr', preamble: false })),
	connectionsZip(connectionsCsv({ rows: 30, seed: 3 })),
	connectionsZip(connectionsCsv({ rows: 30, seed: 4 }), { nested: true })
];

/**
 * @returns CPU time in milliseconds, which depends less on other load than wall time; fails if
 * anything but a refusal is thrown
 */
function attempt(bytes: Uint8Array): number {
	const begin = process.cpuUsage();
	try {
		const result = readUpload(bytes);
		if (result.ok) expect(result.rows.length).toBeGreaterThan(0);
		else expect(result.sentence).toContain('Nothing was imported.');
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		expect(error.sentence).toContain('Nothing was imported.');
	}
	const { user, system } = process.cpuUsage(begin);
	return (user + system) / 1000;
}

test('3,000 damaged files are read or refused, each within its time', () => {
	let slowest = 0;
	for (let run = 0; run < 3000; run += 1) {
		const pick = picker(run);
		let bytes: Uint8Array = originals[run % originals.length] ?? new Uint8Array();
		for (let count = 1 + pick(3); count > 0; count -= 1) {
			bytes = damages[pick(damages.length)]?.(bytes, pick) ?? bytes;
		}
		slowest = Math.max(slowest, attempt(bytes));
	}
	expect(slowest).toBeLessThan(2000);
}, 60_000);

const line = 'First Name,Last Name,Company,Position\n';
test.each([
	['quotes', '"'],
	['quotes and letters', '"a'],
	['opening quotes', '"a,b\n'],
	['quotes in long lines', `${'"a '.repeat(3000)}\n`],
	['quotes that swallow one another', '"a,b\nc,d\ne"f,g\n'],
	['commas', ','],
	['lines of commas', `${','.repeat(15_000)}\n`],
	['line ends', '\n'],
	['carriage returns', '\r'],
	['one letter', 'a'],
	['spaces', ' '],
	['spaced quotes', '" '],
	['rows without a name', ',,x,\n'],
	['rows of emoji', '🌱🌱,🌱🌱,🌱🌱🌱,🌱🌱\n'],
	['the header again and again', line]
])('10 MB of %s', (_, unit) => {
	const bytes = strToU8(line + unit.repeat(longestCsv / strToU8(unit).length - 100));
	expect(attempt(bytes)).toBeLessThan(2000);
});
