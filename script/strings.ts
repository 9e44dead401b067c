import { pageStrings } from './page-strings.ts';

/** Prints every string that pages show, by file; what one presses is marked with `>`. */
let last = '';
for (const { file, kind, text } of pageStrings()) {
	if (file !== last) process.stdout.write(`\n${file}\n`);
	last = file;
	process.stdout.write(`${kind === 'control' ? '>' : ' '} ${text}\n`);
}
