import { contentWords } from '#method/content-words.ts';
import { textKey } from '#method/folding.ts';

/** From this likeness on an insight is said to be close to an earlier one [D]. */
const CLOSE = 0.5;
/** Fewer words than this are too few to be alike by anything but chance [D]. */
const LEAST_WORDS = 2;

/** A text as it is compared: its folded whole, and the words that carry it. */
interface Carried {
	folded: string;
	words: ReadonlySet<string>;
}

function carried(text: string): Carried {
	return { folded: textKey(text), words: contentWords(text) };
}

/**
 * How alike two texts are by the words that carry them: shared words over those of the shorter
 * one, since a repeated thought is often said at greater length.
 * @param shared how many of the words that carry them both have
 * @returns 0 (nothing in common) to 1
 */
function likenessOf(one: Carried, other: Carried, shared: number): number {
	const fewest = Math.min(one.words.size, other.words.size);
	if (fewest < LEAST_WORDS) return one.folded === other.folded && one.folded !== '' ? 1 : 0;
	return shared / fewest;
}

interface Said {
	text: string;
	words: string;
}

/**
 * What was said in earlier talks, read once, so that a talk's insights can all be held against it:
 * by each word one knows at once who said it.
 */
export class EarlierInsights<Earlier extends Said> {
	readonly #earlier: readonly Earlier[];
	/** text and words of each, side by side */
	readonly #said: Carried[];
	readonly #saying = new Map<string, number[]>();

	constructor(earlier: readonly Earlier[]) {
		this.#earlier = earlier;
		this.#said = earlier.flatMap(({ text, words }) => [carried(text), carried(words)]);
		for (const [index, { words }] of this.#said.entries()) {
			for (const word of words) {
				const places = this.#saying.get(word);
				if (places) places.push(index);
				else this.#saying.set(word, [index]);
			}
		}
	}

	/**
	 * The one that says most nearly the same; a suggestion, the explorer decides.
	 * @returns nothing where none comes close
	 */
	closestTo(insight: Said): Earlier | undefined {
		const mine = [carried(insight.text), carried(insight.words)];
		const shared = mine.map((each) => this.#sharedWith(each));
		let closest: { like: number; insight: Earlier } | undefined;
		for (const [index, each] of this.#earlier.entries()) {
			let like = 0;
			for (const place of [2 * index, 2 * index + 1]) {
				const said = this.#said[place];
				for (const [field, one] of mine.entries()) {
					if (said) like = Math.max(like, likenessOf(one, said, shared[field]?.[place] ?? 0));
				}
			}
			if (like >= CLOSE && like > (closest?.like ?? 0)) closest = { like, insight: each };
		}
		return closest?.insight;
	}

	#sharedWith({ words }: Carried): Uint16Array {
		const counts = new Uint16Array(this.#said.length);
		for (const word of words) {
			for (const place of this.#saying.get(word) ?? []) counts[place] = (counts[place] ?? 0) + 1;
		}
		return counts;
	}
}
