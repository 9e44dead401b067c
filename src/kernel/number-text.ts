const words = [
	'no',
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten',
	'eleven',
	'twelve'
];

/** Created once, since creating a formatter is slow. */
const formatter = new Intl.NumberFormat('en-GB');

/** A number in figures with thousands separators: "12,400". */
export function figures(value: number): string {
	return formatter.format(value);
}

/**
 * A whole number for a sentence: words up to twelve, then figures.
 * @param count whole number, 0 or more; 0 is "no"
 */
export function inWords(count: number): string {
	return words[count] ?? figures(count);
}

/**
 * A count with its noun: "one theme", "two themes", "no themes".
 * @param many the plural, where it is not the singular with an s
 */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${inWords(count)} ${count === 1 ? one : many}`;
}

/** A count with its noun in figures, for what is measured: "7 business days", "1 minute". */
export function figured(count: number, one: string, many = `${one}s`): string {
	return `${figures(count)} ${count === 1 ? one : many}`;
}

/** Joins what a sentence lists: "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
	if (items.length < 2) return items.join('');
	return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** Begins a sentence: the first letter large, the rest untouched. */
export function sentenceCase(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
