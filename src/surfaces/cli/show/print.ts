import { linesOf, jsonOf } from './output.ts';

/** Columns that a line may take: the terminal's, or any where no terminal shows it. */
export function room(): number {
	return process.stdout.isTTY ? process.stdout.columns : Infinity;
}

/** One line on standard output. */
export function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

/** One line for whoever watches, beside what a pipe carries on. */
export function note(line: string): void {
	process.stderr.write(`${line}\n`);
}

/** Prints an answer for people, or for programs. */
export function print(output: unknown, { json }: { json?: boolean | undefined }): void {
	if (json) {
		say(jsonOf(output));
		return;
	}
	const lines = linesOf(output, room());
	say(lines.length > 0 ? lines.join('\n') : 'Done.');
}
