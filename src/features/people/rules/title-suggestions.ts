import { fold } from '#method/folding.ts';
import { stemsOf } from './stems.ts';

/** A title as a lexicon knows it, among others of its family. */
export interface KnownTitle {
	title: string;
	family: string;
	/** the lexicon it stands in; the project's own where left out */
	lexicon?: string;
}

export interface ThemeWords {
	title: string;
	/** the titles that stand on it, separated by commas or lines */
	titles: string;
}

/** What stands between two titles on a theme. */
const between = /[,;\n]/;

/** So many can be looked through at a glance. [D] */
export const mostSuggested = 12;
/** Titles of the nearest families that hold none of the words, beside those that do. [D] */
const mostKin = 4;

interface Ranked extends KnownTitle {
	key: string;
	/** words of the theme's name that it holds */
	named: number;
	/** words of the titles on the theme that it holds */
	listed: number;
	/** how much of it these are, 0 to 1 */
	share: number;
}

/** What tells two titles apart that are equally near, so that the same is suggested each time. */
const orderOf = ({ key, family, title }: Ranked): string => [key, family, title].join('\n');

/** The nearest first; the project's own before larger lexicons, short before long. */
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

/** Editor and Editors are one title. */
const keyOf = (title: string): string => fold(title).replace(/(?<=[a-z]{3})s\b/g, '');

/** An abbreviation tells only those who know it already, and matches parts of other words. */
const isAbbreviation = (title: string): boolean => /\p{Lu}/u.test(title) && !/\p{Ll}/u.test(title);

/** The stems of a theme: of its name, and those that only its titles bring. */
export function stemsOfTheme({ title, titles }: ThemeWords): { named: string[]; listed: string[] } {
	const named = stemsOf(title);
	const listed = titles
		.split(between)
		.filter((each) => fold(each) !== '')
		.flatMap(stemsOf);
	return { named, listed: [...new Set(listed)].filter((stem) => !named.includes(stem)) };
}

/**
 * Titles that people near a theme may carry: those that hold its words, the nearest first, then a
 * few of the same families that are called otherwise.
 * @returns at most twelve, each once, none that stands on the theme already
 * @source method.md 2 "Search your own address book for people near a theme"
 */
export function suggestTitles(theme: ThemeWords, known: readonly KnownTitle[]): KnownTitle[] {
	const { named, listed } = stemsOfTheme(theme);
	const own = new Set(theme.titles.split(between).map(keyOf));
	const ranked = known
		// Two titles to whoever reads it on the theme.
		.filter(({ title }) => !between.test(title) && !isAbbreviation(title))
		.map((each): Ranked => {
			const stems = stemsOf(each.title);
			const held = (wanted: readonly string[]) =>
				stems.filter((stem) => wanted.includes(stem)).length;
			const counts = { named: held(named), listed: held(listed) };
			const share = (counts.named + counts.listed) / Math.max(1, stems.length);
			return { ...each, ...counts, share, key: keyOf(each.title) };
		})
		.toSorted(nearer);
	const holding = ranked.filter((each) => each.named + each.listed > 0);
	const near = onceEach(holding, own);
	// What stands on the theme already says as well in which family to look.
	const families = new Set(holding.slice(0, 3).map(({ family }) => family));
	const taken = new Set([...own, ...near.map(({ key }) => key)]);
	const kin = onceEach(
		ranked.filter((each) => each.named + each.listed === 0 && families.has(each.family)),
		taken
	).slice(0, Math.max(mostKin, mostSuggested - near.length));
	const shown = [...near.slice(0, mostSuggested - kin.length), ...kin].slice(0, mostSuggested);
	return shown.map(({ title, family, lexicon }) => ({
		title,
		family,
		...(lexicon === undefined ? {} : { lexicon })
	}));
}
