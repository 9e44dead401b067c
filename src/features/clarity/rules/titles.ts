const between = /\s*[,;\n]\s*/;

/**
 * The titles on a theme with one more behind them.
 * @param titles as the explorer wrote them, with commas or line ends between
 * @returns the same text where the title stands there already, however it is cased
 */
export function withTitle(titles: string, title: string): string {
	const known = titles.split(between).map((each) => each.toLowerCase());
	if (known.includes(title.toLowerCase())) return titles;
	// Kept as it was written: a list by lines goes on by lines.
	const joint = titles.includes('\n') && !titles.includes(',') ? '\n' : ', ';
	return titles === '' ? title : titles.replace(/[\s,;]*$/, joint) + title;
}
