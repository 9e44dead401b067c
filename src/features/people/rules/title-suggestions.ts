import { fold } from '#method/folding.ts';
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

/** Most suggestions, few enough to scan. [D] */
export const mostSuggested = 12;
/** Most suggestions that share a family with a match but contain no word of the theme. [D] */
const mostKin = 4;

interface Ranked extends KnownTitle {
	key: string;
	/** number of words of the theme's name that the title contains */
	named: number;
	/** number of words of the theme's listed titles that the title contains */
	listed: number;
	/** share of the title's words that these are, 0 to 1 */
	share: number;
}

/** Tie-breaker between equal matches, so that the order is stable. */
const orderOf = ({ key, family, title }: Ranked): string => [key, family, title].join('\n');

/** Order of suggestions: best match first, built-in lexicon before others, short before long. */
function nearer(one: Ranked, other: Ranked): number {
	return (
		other.named - one.named ||
		other.listed - one.listed ||
		Number(one.lexicon !== undefined) - Number(other.lexicon !== undefined) ||
		other.share - one.share ||
		one.key.length - other.key.length ||
		(orderOf(one) < orderOf(other) ? -1 : 1)
	);
}

function onceEach(titles: readonly Ranked[], known: ReadonlySet<string>): Ranked[] {
	const seen = new Set(known);
	return titles.filter(({ key }) => key !== '' && !seen.has(key) && seen.add(key));
}

/** Key of a title that ignores case, accents and plurals. */
const keyOf = (title: string): string => fold(title).replace(/(?<=[a-z]{3})s\b/g, '');

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

/**
 * Job titles near a theme: those that contain its words, best match first, then a few other titles of
 * the same families.
 * @returns at most twelve, distinct, none that is listed on the theme already
 * @source method.md 2 "Search your own address book for people near a theme"
 */
export function suggestTitles(theme: ThemeWords, known: readonly KnownTitle[]): KnownTitle[] {
	const { named, listed } = stemsOfTheme(theme);
	const own = new Set(theme.titles.split(between).map(keyOf));
	const ranked = known
		// A title with a separator would be read as two titles on the theme.
		.filter(({ title }) => !between.test(title) && !isAbbreviation(title))
		.map((each): Ranked => {
			const stems = stemsOf(each.title);
			const countIn = (wanted: readonly string[]) =>
				stems.filter((stem) => wanted.includes(stem)).length;
			const counts = { named: countIn(named), listed: countIn(listed) };
			const share = (counts.named + counts.listed) / Math.max(1, stems.length);
			return { ...each, ...counts, share, key: keyOf(each.title) };
		})
		.toSorted(nearer);
	const holding = ranked.filter((each) => each.named + each.listed > 0);
	const near = onceEach(holding, own);
	// Titles listed on the theme also count for choosing the families.
	const families = new Set(holding.slice(0, 3).map(({ family }) => family));
	const taken = new Set([...own, ...near.map(({ key }) => key)]);
	const kin = onceEach(
		ranked.filter((each) => each.named + each.listed === 0 && families.has(each.family)),
		taken
	).slice(0, Math.max(mostKin, mostSuggested - near.length));
	const suggested = [...near.slice(0, mostSuggested - kin.length), ...kin].slice(0, mostSuggested);
	return suggested.map(({ title, family, lexicon }) => ({
		title,
		family,
		...(lexicon === undefined ? {} : { lexicon })
	}));
}
