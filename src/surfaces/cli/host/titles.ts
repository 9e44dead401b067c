import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { z } from 'zod';
import { figures } from '#kernel/number-text.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';
import { resolveUserPath } from '../paths.ts';
import { printNotice, print, printLine } from '../show/print.ts';
import { command } from '../transport/host-client.ts';
import { askHost, withTransport } from '../transport/with-transport.ts';
import { isOnet, readTitlesFile, mergeTitles } from './titles-file.ts';

/** Titles per request. */
const batchSize = 2000;
/** Bytes; the largest known list has 2.2 MB [D]. */
const maxFileBytes = 50 * 1024 * 1024;

const onet = {
	name: 'O*NET',
	source:
		'O*NET Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA)',
	licence: 'CC BY 4.0'
};

function bytesOf(file: string): Buffer {
	const path = resolveUserPath(file);
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found?.isFile()) {
		throw refuse('missing', 'titles.no-file', `${file} was not found. Nothing was changed.`);
	}
	if (found.size > maxFileBytes) {
		throw refuse(
			'too-large',
			'titles.too-large',
			`${file} is larger than 50 MB. Nothing was changed.`
		);
	}
	return readFileSync(path);
}

/** Name, source and licence of a lexicon, as given by the host. */
export interface LexiconNames {
	name?: string;
	source?: string;
	licence?: string;
}

function namesOf(files: readonly string[], bytes: readonly Buffer[], given: LexiconNames) {
	const [first = ''] = files;
	const known = bytes.every((each, at) => isOnet(files[at] ?? '', each))
		? onet
		: {
				name: basename(first, extname(first)),
				source: files.map((file) => basename(file)).join(', '),
				licence: 'not known'
			};
	return { ...known, ...given };
}

/**
 * Adds a lexicon of job titles for everybody on the instance, completely or not at all; one of the same
 * name is replaced.
 * @throws Refusal `titles.…` for the files
 */
export async function addTitles(
	config: Config,
	files: readonly string[],
	given: LexiconNames
): Promise<void> {
	const bytes = files.map(bytesOf);
	const read = bytes.map((each, at) => readTitlesFile(files[at] ?? '', each));
	const titles = mergeTitles(read);
	const names = namesOf(files, bytes, given);
	await withTransport(config, async (transport) => {
		const { id } = z
			.object({ id: z.string() })
			.parse(await command(transport, 'titles.begin', names));
		for (let from = 0; from < titles.length; from += batchSize) {
			await command(transport, 'titles.stage', {
				id,
				titles: titles.slice(from, from + batchSize)
			});
			const done = Math.min(titles.length, from + batchSize);
			if (process.stderr.isTTY) {
				process.stderr.write(`\r${figures(done)} of ${figures(titles.length)} titles`);
			}
		}
		if (process.stderr.isTTY) printNotice('');
		const result = z
			.object({ titles: z.number(), replaced: z.enum(['yes', 'no']) })
			.parse(await command(transport, 'titles.commit', { id }));
		const families = new Set(titles.map(({ family }) => family)).size;
		const skipped = read.reduce((sum, file) => sum + file.skipped, 0);
		printLine(
			[
				`Added ${names.name}: ${figures(result.titles)} titles in ${figures(families)} families.`,
				...(result.replaced === 'yes' ? ['It replaces the earlier lexicon with this name.'] : []),
				...(skipped > 0 ? [`${figures(skipped)} lines without a title were skipped.`] : [])
			].join(' ')
		);
	});
}

/** Prints the lexicons of the host. */
export async function listTitles(config: Config, options: { json?: boolean }): Promise<void> {
	print(await askHost(config, 'titles.list'), options);
}

/**
 * Deletes a lexicon.
 * @throws Refusal `lexicon.missing`
 */
export async function removeTitles(config: Config, name: string): Promise<void> {
	await askHost(config, 'titles.remove', { name });
	printLine(`Removed ${name}. Its titles are no longer suggested.`);
}
