import { fold } from '#method/folding.ts';
import { lexicon } from './lexicon.ts';
import { stemsOf } from './stems.ts';

/** A job title of a lexicon, in its family of related titles. */
export interface KnownTitle {
	title: string;
	family: string;
	/** name of its lexicon; the built-in one if left out */
	lexicon?: string;
}

export interface ThemeWords {
	title: string;
	/** the titles listed on the theme, separated by commas or lines */
	titles: string;
}

/** Separators between the titles of a theme. */
const between = /[,;\n]/;
/** Separators between the parts of a theme's name, each of which is a work of its own. */
const betweenParts = /\band\b|[,;&/\n]/i;

/** Most suggestions, few enough to scan. [D] */
export const mostSuggested = 12;
/** Most suggestions that share a family with a close match but contain no word of the theme. [D] */
const mostKin = 4;
/**
 * Likeness from which a title is suggested that shares its last word, which says what is done. Of the
 * suggestions for 27 themes 2 of 150 are odd at 0.5, 6 of 161 at 0.4, and 9 of 177 at 0.3.
 */
const leastLikeness = 0.5;
/** Without a close match, some that are less alike are suggested, too: likeness, and number in all. [D] */
const looseLikeness = 0.35;
const mostLoose = 4;
/** Likeness from which any title is suggested, and other titles of its family. [D] */
const closeMatch = 0.7;

interface Ranked extends KnownTitle {
	key: string;
	/** to the theme's name or the nearest of its listed titles, 0 to 1 */
	likeness: number;
	/** whether the theme has the last word of the title: "nurse" of "School nurse" */
	done: boolean;
}

/** Tie-breaker between equal matches, so that the order is stable. */
const orderOf = ({ key, family, title }: Ranked): string => [key, family, title].join('\n');

/** Order of suggestions: the most alike first, built-in lexicon before others, short before long. */
function nearer(one: Ranked, other: Ranked): number {
	return (
		other.likeness - one.likeness ||
		Number(one.lexicon !== undefined) - Number(other.lexicon !== undefined) ||
		one.key.length - other.key.length ||
		(orderOf(one) < orderOf(other) ? -1 : 1)
	);
}

/** Number of built-in titles that contain each stem. */
const frequencies = Map.groupBy(
	lexicon.flatMap(({ title }) => stemsOf(title)),
	(stem) => stem
);

/**
 * Weight of a stem: rare ones say more ("counselling" more than "school").
 * @source inverse document frequency, Manning, Raghavan, Schütze, Introduction to Information Retrieval, 6.2
 */
const weightOf = (stem: string): number =>
	Math.log((lexicon.length + 1) / ((frequencies.get(stem)?.length ?? 0) + 1));

const sumOfSquares = (stems: readonly string[]): number =>
	stems.reduce((sum, stem) => sum + weightOf(stem) ** 2, 0);

/**
 * How alike two texts are by their weighted stems.
 * @returns 0 to 1
 * @source cosine similarity, the same book, 6.3
 */
function likeness(one: readonly string[], other: readonly string[]): number {
	const shared = one.filter((stem) => other.includes(stem));
	if (shared.length === 0) return 0;
	return sumOfSquares(shared) / Math.sqrt(sumOfSquares(one) * sumOfSquares(other));
}

function onceEach(titles: readonly Ranked[], known: ReadonlySet<string>): Ranked[] {
	const seen = new Set(known);
	return titles.filter(({ key }) => key !== '' && !seen.has(key) && seen.add(key));
}

/** Key of a title that ignores case, accents and plurals. */
export const keyOf = (title: string): string => fold(title).replace(/(?<=[a-z]{3})s\b/g, '');

/** Whether a title is an abbreviation; these are not suggested, since they match parts of other words. */
const isAbbreviation = (title: string): boolean => /\p{Lu}/u.test(title) && !/\p{Ll}/u.test(title);

/** Stems of a theme: those of its name, and further ones of its listed titles. */
export function stemsOfTheme({ title, titles }: ThemeWords): { named: string[]; listed: string[] } {
	const named = stemsOf(title);
	const listed = titles
		.split(between)
		.filter((each) => fold(each) !== '')
		.flatMap(stemsOf);
	return { named, listed: [...new Set(listed)].filter((stem) => !named.includes(stem)) };
}

/** A known title with its stems and key. */
type Candidate = KnownTitle & { stems: string[]; key: string };

/**
 * Titles near some texts: those alike, the most alike first; where none is close, some that are less alike;
 * then a few others of the family of the closest.
 * @param texts stems of each text
 */
function titlesNear(texts: readonly string[][], candidates: readonly Candidate[]): Ranked[] {
	const seen = new Set(candidates.flatMap(({ stems }) => stems));
	// A word that no title has tells none of them apart.
	const wanted = texts
		.map((stems) => stems.filter((stem) => seen.has(stem)))
		.filter((stems) => stems.length > 0);
	if (wanted.length === 0) return [];
	const ranked = candidates
		.map(({ stems, ...each }): Ranked => {
			const nearest = Math.max(...wanted.map((one) => likeness(one, stems)));
			const done = wanted.some((one) => one.includes(stems.at(-1) ?? ''));
			return { ...each, likeness: nearest, done };
		})
		.toSorted(nearer);
	const fits = (each: Ranked) => each.likeness >= (each.done ? leastLikeness : closeMatch);
	const fitting = ranked.filter(fits);
	const [closest] = fitting;
	if (!closest || closest.likeness < closeMatch) {
		const looser = ranked.filter((each) => !fits(each) && each.likeness >= looseLikeness);
		return [...fitting, ...looser.slice(0, Math.max(0, mostLoose - fitting.length))];
	}
	const kin = ranked.filter((each) => each.family === closest.family && !fits(each));
	return [...fitting, ...kin.slice(0, mostKin)];
}

/**
 * Job titles near a theme: near its name first, then near each of the titles listed on it. Listing a suggested
 * title takes none of the others away.
 * @returns at most twelve, distinct, none that is listed on the theme already
 * @source method.md 2 "Search your own address book for people near a theme"
 */
export function suggestTitles(theme: ThemeWords, known: readonly KnownTitle[]): KnownTitle[] {
	const listed = theme.titles.split(between).filter((each) => fold(each) !== '');
	const parts = [theme.title, ...theme.title.split(betweenParts)];
	const candidates = known
		// A title with a separator would be read as two titles on the theme.
		.filter(({ title }) => !between.test(title) && !isAbbreviation(title))
		.map((each) => ({ ...each, stems: stemsOf(each.title), key: keyOf(each.title) }));
	const near = [parts, ...listed.map((each) => [each])].flatMap((texts) =>
		titlesNear(texts.map(stemsOf), candidates)
	);
	return onceEach(near, new Set(listed.map(keyOf)))
		.slice(0, mostSuggested)
		.map(({ title, family, lexicon: from }) => ({
			title,
			family,
			...(from === undefined ? {} : { lexicon: from })
		}));
}
