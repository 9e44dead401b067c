import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { refuse, refuseInvalid } from '#kernel/refusal.ts';
import { inputFrom } from '../../forms/fields.ts';
import { resolveUserPath } from '../paths.ts';
import type { OperationCommand } from './command.ts';

type Input = Record<string, unknown>;

/** The parsed command line of one command. */
export interface Typed {
	/** positional arguments, in the order of `OperationCommand.positionals` */
	positionals: readonly (string | undefined)[];
	/** option values by the dotted path of the field */
	options: Readonly<Record<string, string | readonly string[]>>;
	/** name of a JSON file with the whole input, `-` for standard input */
	input?: string | undefined;
	/** name of the file to send, `-` for standard input */
	file?: string | undefined;
}

function parsed(text: string, flag: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		const why = error instanceof Error ? error.message : '';
		throw refuseInvalid(
			'cli.not-json',
			`The value of ${flag} is not JSON (${why}). Nothing was changed.`
		);
	}
}

function readFile(name: string): Buffer {
	try {
		return readFileSync(name === '-' ? 0 : resolveUserPath(name));
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code !== 'ENOENT' && code !== 'EISDIR' && code !== 'EACCES') throw error;
		throw refuse('missing', 'cli.no-file', `${name} cannot be read. Nothing was changed.`);
	}
}

function inputFromFile(name: string): Input {
	const input = parsed(readFile(name).toString(), '--input');
	if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as Input;
	throw refuseInvalid('cli.not-object', 'The input must be one JSON object. Nothing was changed.');
}

/**
 * Builds the input of an operation from the command line. Later sources override earlier ones: `--input`,
 * `--file`, options and positional arguments. Texts are converted as form fields are.
 * @throws Refusal `cli.no-file`, `cli.not-json`, `cli.not-object`
 */
export function inputOf(command: OperationCommand, typed: Typed): Input {
	const form = new FormData();
	const asJson: Input = {};
	for (const { field, flag, asJson: isJson, repeats } of command.options) {
		const values = [typed.options[field] ?? []].flat();
		if (values.length === 0) continue;
		if (!isJson) for (const value of values) form.append(field, value);
		else {
			const read = values.map((value) => parsed(value, flag));
			asJson[field] = repeats ? read.flat() : read[0];
		}
	}
	for (const [at, field] of command.positionals.entries()) {
		const value = typed.positionals[at];
		if (value !== undefined) form.set(field, value);
	}
	return {
		...(typed.input === undefined ? {} : inputFromFile(typed.input)),
		...(typed.file === undefined ? {} : fileInput(typed.file)),
		...inputFrom(command.operation.input, form),
		...asJson
	};
}

function fileInput(name: string): Input {
	const fileName = name === '-' ? 'standard input' : basename(name);
	return { fileName, content: readFile(name).toString('base64'), encoding: 'base64' };
}
