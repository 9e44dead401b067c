/**
 * @returns whether a character occurs more than `limit` times; looks no further than it must, so
 * that a hostile text is turned away before it costs anything
 */
export function occursMoreThan(limit: number, character: string, text: string): boolean {
	let count = 0;
	for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) {
		count += 1;
		if (count > limit) return true;
	}
	return false;
}
