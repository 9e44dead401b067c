import type { OperationCommand } from './command.ts';

/** Quotes a word for a POSIX shell. */
export function quoted(word: string): string {
	return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

function valueAt(value: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>(
			(at, name) =>
				typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined,
			value
		);
}

/** The command line of an operation with its example as input. */
export function exampleOf(command: OperationCommand): string {
	return lineOf(command, command.operation.example);
}

/** The command line of an operation with an input. */
export function lineOf(command: OperationCommand, input: unknown): string {
	const { positionals, options, takesFile, group, verb } = command;
	const words = ['imago', group, verb];
	for (const field of positionals) words.push(quoted(String(valueAt(input, field))));
	if (takesFile) words.push('--file', quoted(String(valueAt(input, 'fileName'))));
	for (const { field, flag, repeats, asJson } of options) {
		const value = valueAt(input, field);
		if (value === undefined || positionals.includes(field)) continue;
		if (takesFile && ['fileName', 'content', 'encoding'].includes(field)) continue;
		for (const each of repeats && !asJson ? [value].flat() : [value]) {
			const text = asJson ? JSON.stringify(each) : String(each ?? '');
			words.push(flag, text === '' ? "''" : quoted(text));
		}
	}
	return words.join(' ');
}
