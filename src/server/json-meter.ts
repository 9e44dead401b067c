/** What a JSON text may hold before anybody parses it. */
export interface JsonBounds {
	/** brackets that may be open at once */
	depth: number;
	/** brackets, commas and colons outside of strings: each value costs the parser memory */
	tokens: number;
}

/** A JSON text that holds more than it may. */
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
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * Counts what a JSON text in UTF-8 holds while it streams, without keeping any of it: a few
 * kilobytes of brackets can cost a parser gigabytes. Whether the text is JSON at all is the
 * parser's to say; one that is none is counted in some way or other, and no further than the bounds.
 */
export class JsonMeter {
	readonly #bounds: JsonBounds;
	#depth = 0;
	#tokens = 0;
	#inString = false;
	#escaped = false;

	constructor(bounds: JsonBounds) {
		this.#bounds = bounds;
	}

	/** @throws JsonBeyondBounds as soon as a bound is passed */
	push(bytes: Uint8Array): void {
		for (let at = 0; at < bytes.length; at += 1) {
			if (this.#inString) at = this.#throughString(bytes, at);
			else this.#structure(bytes[at] ?? 0);
		}
	}

	/** @returns where the string ends, or the last byte of the piece */
	#throughString(bytes: Uint8Array, from: number): number {
		let at = from;
		for (; at < bytes.length; at += 1) {
			if (this.#escaped) this.#escaped = false;
			else if (bytes[at] === escape) this.#escaped = true;
			else if (bytes[at] === quote) {
				this.#inString = false;
				break;
			}
		}
		return at;
	}

	#structure(byte: number): void {
		switch (byte) {
			case quote:
				this.#inString = true;
				return;
			case openBracket:
			case openBrace:
				this.#depth += 1;
				if (this.#depth > this.#bounds.depth) throw new JsonBeyondBounds('depth');
				break;
			case closeBracket:
			case closeBrace:
				this.#depth -= 1;
				return;
			case comma:
			case colon:
				break;
			default:
				return;
		}
		this.#tokens += 1;
		if (this.#tokens > this.#bounds.tokens) throw new JsonBeyondBounds('tokens');
	}
}
