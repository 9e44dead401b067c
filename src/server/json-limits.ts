/** Limits on a JSON text, checked before it is parsed. */
export interface JsonBounds {
	/** nesting depth: brackets that are open at once */
	depth: number;
	/** brackets, commas and colons outside of strings: each value costs the parser memory */
	tokens: number;
}

/** A JSON text that exceeds a limit. */
export class JsonBeyondBounds extends Error {
	readonly bound: keyof JsonBounds;
	constructor(bound: keyof JsonBounds) {
		super(`This JSON has too much ${bound}.`);
		this.name = 'JsonBeyondBounds';
		this.bound = bound;
	}
}

const quote = 0x22;
const escape = 0x5c;

/** Bytes of a string after which its end is searched with `indexOf`. */
const longString = 64;

/**
 * Counts nesting depth and tokens of a JSON text in UTF-8 while it streams, without storing it: a
 * few kilobytes of brackets can cost a parser gigabytes. It does not validate: text that is not
 * JSON is counted in some way, and no further than the limits.
 */
export class JsonLimiter {
	readonly #bounds: JsonBounds;
	#depth = 0;
	#tokens = 0;
	#inString = false;
	#escaped = false;

	constructor(bounds: JsonBounds) {
		this.#bounds = bounds;
	}

	/** @throws JsonBeyondBounds as soon as a limit is exceeded */
	push(piece: Uint8Array): void {
		const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
		for (let at = 0; at < bytes.length; at += 1) {
			if (this.#inString) at = this.#skipString(bytes, at);
			else this.#structure(bytes[at] ?? 0);
		}
	}

	/** @returns where the string ends, or the last byte of the piece */
	#skipString(bytes: Buffer, from: number): number {
		for (let at = from; at < bytes.length; at += 1) {
			if (this.#escaped) this.#escaped = false;
			else if (bytes[at] === escape) this.#escaped = true;
			else if (bytes[at] === quote) {
				this.#inString = false;
				return at;
			} else if (at - from >= longString) {
				// A long string, such as a file in base64: `indexOf` is about a hundred times as fast.
				at = this.#nextSpecialByte(bytes, at) - 1;
			}
		}
		return bytes.length - 1;
	}

	/** @returns position of the next quote or backslash */
	#nextSpecialByte(bytes: Buffer, from: number): number {
		const end = bytes.indexOf(quote, from);
		const before = end < 0 ? bytes : bytes.subarray(0, end);
		const escaping = before.indexOf(escape, from);
		return escaping < 0 ? before.length : escaping;
	}

	#structure(byte: number): void {
		switch (byte) {
			case quote:
				this.#inString = true;
				return;
			case 0x5b: // [
			case 0x7b: // {
				this.#depth += 1;
				if (this.#depth > this.#bounds.depth) throw new JsonBeyondBounds('depth');
				break;
			case 0x5d: // ]
			case 0x7d: // }
				this.#depth -= 1;
				return;
			case 0x2c: // ,
			case 0x3a: // :
				break;
			default:
				return;
		}
		this.#tokens += 1;
		if (this.#tokens > this.#bounds.tokens) throw new JsonBeyondBounds('tokens');
	}
}
