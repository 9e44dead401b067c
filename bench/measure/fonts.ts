/** Whether a number lies in one part of `unicode-range`: `U+131`, `U+152-153` or `U+??`. */
function holds(part: string, point: number): boolean {
	const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
	const from = Number.parseInt(first.replaceAll('?', '0'), 16);
	const to = Number.parseInt(last.replaceAll('?', 'F'), 16);
	return point >= from && point <= to;
}

/** Every code point that a reader of the page may see; scripts hold the same texts again. */
export function lettersOf(html: string): Set<number> {
	const text = html.replace(/<(script|style)\b.*?<\/\1>/gs, '').replace(/<[^>]*>/g, '');
	return new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));
}

/**
 * Addresses of the fonts in a style sheet that have a letter of the page: at most what a browser
 * loads, which also looks whether that letter stands in that font.
 */
export function fontsFor(style: string, letters: ReadonlySet<number>): string[] {
	const faces = [...style.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, face = '']) => face);
	return faces.flatMap((face) => {
		const range = /unicode-range:([^;]*)/.exec(face)?.[1] ?? 'U+0-10FFFF';
		const parts = range.split(',');
		const wanted = letters.values().some((point) => parts.some((part) => holds(part, point)));
		const [, , address = ''] = /url\((["']?)([^"')]+)\1\)/.exec(face) ?? [];
		return wanted && address ? [address] : [];
	});
}
