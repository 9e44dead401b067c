import { fold } from '#method/folding.ts';

/**
 * The titles by which people near a theme are found: those that stand on the theme, separated by
 * commas or lines, else the words of its title that say more than "the" or "and".
 * @returns folded, each once; a title of one or two letters counts as a whole word only
 */
export function titlesOf(theme: { titles: string; title: string }): string[] {
	const listed = theme.titles.split(/[,;\n]/).map(fold);
	const titles = listed.some(Boolean) ? listed : fold(theme.title).split(' ').filter(isTelling);
	return [...new Set(titles.filter(Boolean))]
		.slice(0, 30)
		.map((title) => ([...title].length > 2 ? title : ` ${title} `));
}

function isTelling(word: string): boolean {
	return [...word].length > 3 || /[^\u0000-\u007f]/.test(word);
}
