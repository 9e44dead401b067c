import { fold } from './folding.ts';

/** Leading letters by which two forms of a word are equal: "evening" and "evenings" [D]. */
const STEM = 6;

const commonWords = new Set(
	'a about all also always an and any are as at be because been before being but by can cannot could did do does even every for from get gets had has have he her his how i if in into is it its just let like lot made make makes many me more most much my never no not now of off often on one only or other our out over own same say says she so some something than that the their them then there they thing things this those to too under until up us very was we well were what when where which while who why will with without would you your'.split(
		' '
	)
);

/** The content words of a text (without common words), folded and cut to a stem. */
export function contentWords(text: string): ReadonlySet<string> {
	const words = fold(text)
		.split(' ')
		.filter((word) => word.length > 1 && !commonWords.has(word));
	return new Set(words.map((word) => word.slice(0, STEM)));
}
