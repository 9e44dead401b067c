import { fold } from '#features/people/rules/folding.ts';

/** From this likeness on an insight is said to be close to an earlier one [D]. */
const CLOSE = 0.5;
/** Fewer words than this are too few to be alike by anything but chance [D]. */
const LEAST_WORDS = 2;
/** Letters by which two forms of a word are one: "evening" and "evenings" [D]. */
const STEM = 6;

const commonWords = new Set(
	'a about all also always an and any are as at be because been before being but by can cannot could did do does even every for from get gets had has have he her his how i if in into is it its just let like lot made make makes many me more most much my never no not now of off often on one only or other our out over own same say says she so some something than that the their them then there they thing things this those to too under until up us very was we well were what when where which while who why will with without would you your'.split(
		' '
	)
);

/** The words that carry a text, folded and shortened so that their forms meet. */
export function contentWords(text: string): ReadonlySet<string> {
	const words = fold(text)
		.split(' ')
		.filter((word) => word.length > 1 && !commonWords.has(word));
	return new Set(words.map((word) => word.slice(0, STEM)));
}

/**
 * How alike two texts are by the words that carry them: shared words over those of the shorter
 * one, since a repeated thought is often said at greater length.
 * @returns 0 (nothing in common) to 1
 */
export function likeness(one: string, other: string): number {
	const mine = contentWords(one);
	const theirs = contentWords(other);
	const fewest = Math.min(mine.size, theirs.size);
	if (fewest < LEAST_WORDS) return fold(one) === fold(other) && fold(one) !== '' ? 1 : 0;
	return [...mine].filter((word) => theirs.has(word)).length / fewest;
}

/**
 * The earlier insight that says most nearly the same; a suggestion, the explorer decides.
 * @param earlier insights of the same theme and aspect from earlier talks
 * @returns nothing where none comes close
 */
export function heardBefore<Earlier extends { text: string; words: string }>(
	insight: { text: string; words: string },
	earlier: readonly Earlier[]
): Earlier | undefined {
	let closest: { like: number; insight: Earlier } | undefined;
	for (const each of earlier) {
		const like = Math.max(
			likeness(insight.text, each.text),
			likeness(insight.words, each.words),
			likeness(insight.text, each.words),
			likeness(insight.words, each.text)
		);
		if (like >= CLOSE && like > (closest?.like ?? 0)) closest = { like, insight: each };
	}
	return closest?.insight;
}
