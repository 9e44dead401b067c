import { contentWords } from '#method/content-words.ts';
import { textKey } from '#method/folding.ts';

/** Least similarity for a suggestion "heard before" [D]. */
const CLOSE = 0.5;
/** Least number of content words for a comparison; fewer match by chance [D]. */
const LEAST_WORDS = 2;

/** A text prepared for comparison: folded text and content words. */
interface PreparedText {
	folded: string;
	words: ReadonlySet<string>;
}

function prepare(text: string): PreparedText {
	return { folded: textKey(text), words: contentWords(text) };
}

/**
 * Similarity of two texts: shared content words divided by those of the shorter text, since a
 * repeated thought is often told at greater length.
 * @param shared number of content words in both
 * @returns 0 (nothing in common) to 1
 */
function similarity(one: PreparedText, other: PreparedText, shared: number): number {
	const fewest = Math.min(one.words.size, other.words.size);
	if (fewest < LEAST_WORDS) return one.folded === other.folded && one.folded !== '' ? 1 : 0;
	return shared / fewest;
}

interface InsightTexts {
	text: string;
	words: string;
}

/** Index of earlier insights by content word, built once for all insights of a talk. */
export class EarlierInsights<Earlier extends InsightTexts> {
	readonly #earlier: readonly Earlier[];
	/** prepared text and words of each insight, in turn */
	readonly #prepared: PreparedText[];
	readonly #byWord = new Map<string, number[]>();

	constructor(earlier: readonly Earlier[]) {
		this.#earlier = earlier;
		this.#prepared = earlier.flatMap(({ text, words }) => [prepare(text), prepare(words)]);
		for (const [index, { words }] of this.#prepared.entries()) {
			for (const word of words) {
				const places = this.#byWord.get(word);
				if (places) places.push(index);
				else this.#byWord.set(word, [index]);
			}
		}
	}

	/**
	 * The most similar earlier insight, as a suggestion; the explorer decides.
	 * @returns undefined when none is similar enough
	 */
	closestTo(insight: InsightTexts): Earlier | undefined {
		const mine = [prepare(insight.text), prepare(insight.words)];
		const shared = mine.map((each) => this.#sharedWith(each));
		let closest: { like: number; insight: Earlier } | undefined;
		for (const [index, each] of this.#earlier.entries()) {
			let like = 0;
			for (const place of [2 * index, 2 * index + 1]) {
				const other = this.#prepared[place];
				for (const [field, one] of mine.entries()) {
					if (other) like = Math.max(like, similarity(one, other, shared[field]?.[place] ?? 0));
				}
			}
			if (like >= CLOSE && like > (closest?.like ?? 0)) closest = { like, insight: each };
		}
		return closest?.insight;
	}

	#sharedWith({ words }: PreparedText): Uint16Array {
		const counts = new Uint16Array(this.#prepared.length);
		for (const word of words) {
			for (const place of this.#byWord.get(word) ?? []) counts[place] = (counts[place] ?? 0) + 1;
		}
		return counts;
	}
}
