const between = /\s*[,;\n]\s*/;

/**
 * Appends a job title to a theme's list.
 * @param titles as the explorer wrote them, with commas or line ends between
 * @returns the text unchanged when it contains the title already, ignoring case
 */
export function withTitle(titles: string, title: string): string {
	const known = titles.split(between).map((each) => each.toLowerCase());
	if (known.includes(title.toLowerCase())) return titles;
	// A list separated by line ends is continued with line ends.
	const joint = titles.includes('\n') && !titles.includes(',') ? '\n' : ', ';
	return titles === '' ? title : titles.replace(/[\s,;]*$/, joint) + title;
}
