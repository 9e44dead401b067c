import { fold } from '#method/folding.ts';
import { isTelling } from './stems.ts';

/** Most titles that one search looks for. [D] */
const mostTitles = 30;

/**
 * The job titles by which people near a theme are found: the meaningful words of its name, and those listed
 * on it, separated by commas or lines. A listed title adds people and takes none away.
 * @returns folded, distinct; a title of one or two letters matches whole words only
 */
export function titlesOf(theme: { titles: string; title: string }): string[] {
	const words = fold(theme.title).split(' ').filter(isLong);
	const named = words.some(isTelling) ? words.filter(isTelling) : words;
	const listed = theme.titles.split(/[,;\n]/).map(fold);
	return [...new Set([...named, ...listed].filter(Boolean))]
		.slice(0, mostTitles)
		.map((title) => ([...title].length > 2 ? title : ` ${title} `));
}

/** Short words such as "for" would match nearly everybody; those of other scripts are short and say much. */
function isLong(word: string): boolean {
	return [...word].length > 3 || /[^\u0000-\u007f]/.test(word);
}
