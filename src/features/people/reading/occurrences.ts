/**
 * @returns whether a character occurs more than `limit` times; stops as soon as that is known, so that
 * a hostile text is refused at little cost
 */
export function occursMoreThan(limit: number, character: string, text: string): boolean {
	let count = 0;
	for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) {
		count += 1;
		if (count > limit) return true;
	}
	return false;
}
