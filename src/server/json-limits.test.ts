import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonBeyondBounds, JsonLimiter } from './json-limits.ts';

const wide = { depth: 1_000, tokens: 1_000_000 };

/** The same counts from the parsed value. */
function measured(value: unknown): { depth: number; tokens: number } {
	if (typeof value !== 'object' || value === null) return { depth: 0, tokens: 0 };
	const isList = Array.isArray(value);
	const inner: unknown[] = isList ? value : Object.values(value);
	const parts = inner.map(measured);
	const between = Math.max(0, inner.length - 1) + (isList ? 0 : inner.length);
	return {
		depth: 1 + Math.max(0, ...parts.map(({ depth }) => depth)),
		tokens: 1 + between + parts.reduce((sum, { tokens }) => sum + tokens, 0)
	};
}

function passes(text: string, bounds: { depth: number; tokens: number }, piece: number): boolean {
	const bytes = Buffer.from(text);
	const meter = new JsonLimiter(bounds);
	try {
		for (let at = 0; at < bytes.length; at += piece) meter.push(bytes.subarray(at, at + piece));
		return true;
	} catch (error) {
		if (error instanceof JsonBeyondBounds) return false;
		throw error;
	}
}

test('counts depth and tokens as they are, however the text is cut into pieces', () => {
	fc.assert(
		fc.property(fc.json({ maxDepth: 6 }), fc.integer({ min: 1, max: 9 }), (text, piece) => {
			const { depth, tokens } = measured(JSON.parse(text));
			expect(passes(text, { depth, tokens }, piece)).toBe(true);
			if (depth > 0) expect(passes(text, { ...wide, depth: depth - 1 }, piece)).toBe(false);
			if (tokens > 0) expect(passes(text, { ...wide, tokens: tokens - 1 }, piece)).toBe(false);
		}),
		{ numRuns: 500 }
	);
});

test('brackets inside of strings are no structure, escaped quotes end no string', () => {
	const text = JSON.stringify({ a: '[[[{{{,,,:::', b: '\\"[[[', c: '"' });
	expect(passes(text, { depth: 1, tokens: 6 }, 1)).toBe(true);
});

test('a long string with quotes and escapes in it ends where it ends', () => {
	const unit = fc.constantFrom('a'.repeat(70), '"', '\\', '[', ',', 'é', '\n');
	fc.assert(
		fc.property(fc.array(unit), fc.integer({ min: 1, max: 200 }), (units, piece) => {
			const text = JSON.stringify([units.join(''), units.join('x')]);
			expect(passes(text, { depth: 1, tokens: 2 }, piece)).toBe(true);
			expect(passes(text, { depth: 1, tokens: 1 }, piece)).toBe(false);
		}),
		{ numRuns: 300 }
	);
});

test('text that is not JSON is counted no further than the limits', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
			const meter = new JsonLimiter({ depth: 5, tokens: 50 });
			try {
				meter.push(bytes);
			} catch (error) {
				expect(error).toBeInstanceOf(JsonBeyondBounds);
			}
		})
	);
});
