import { linesOf, jsonOf } from './output.ts';

/** Width of the terminal in columns; Infinity where standard output is not a terminal. */
function terminalColumns(): number {
	return process.stdout.isTTY ? process.stdout.columns : Infinity;
}

/** Writes one line to standard output. */
export function printLine(line: string): void {
	process.stdout.write(`${line}\n`);
}

/** Writes one line to standard error, which is not part of piped output. */
export function printNotice(line: string): void {
	process.stderr.write(`${line}\n`);
}

/** Prints an answer for people, or as JSON for programs. */
export function print(output: unknown, { json }: { json?: boolean | undefined }): void {
	if (json) {
		printLine(jsonOf(output));
		return;
	}
	const lines = linesOf(output, terminalColumns());
	printLine(lines.length > 0 ? lines.join('\n') : 'Done.');
}
