import { fold } from '#method/folding.ts';

/**
 * The job titles by which people near a theme are found: those listed on the theme, separated by
 * commas or lines, else the content words of its title.
 * @returns folded, distinct; a title of one or two letters matches whole words only
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
