import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { z } from 'zod';
import { figures } from '#kernel/number-text.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Config } from '#server/config.ts';
import { fromHere } from '../paths.ts';
import { note, print, say } from '../show/print.ts';
import type { Transport } from '../transport/request.ts';
import { askHost, withTransport } from '../transport/with-transport.ts';
import { isOnet, readTitlesFile, titlesTogether } from './titles-file.ts';

/** Titles sent in one step. */
const atOnce = 2000;
/** bytes; the largest list that is known of has 2.2 MB [D] */
const largestFile = 50 * 1024 * 1024;

const onet = {
	name: 'O*NET',
	source:
		'O*NET Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA)',
	licence: 'CC BY 4.0'
};

function bytesOf(file: string): Buffer {
	const path = fromHere(file);
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found?.isFile()) {
		throw refuse('missing', 'titles.no-file', `${file} is not there. Nothing was changed.`);
	}
	if (found.size > largestFile) {
		throw refuse(
			'too-large',
			'titles.too-large',
			`${file} has more than 50 MB. Nothing was changed.`
		);
	}
	return readFileSync(path);
}

/** What the host says of a lexicon, or what is known of it. */
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
				licence: 'not said'
			};
	return { ...known, ...given };
}

async function ask(way: Transport, command: string, input: unknown): Promise<unknown> {
	return (await way.ask({ kind: 'host', command, input })).output;
}

/**
 * Adds a lexicon of titles for everybody on the instance, whole or not at all; one of the same name
 * is replaced.
 * @throws Refusal `titles.…` for the files
 */
export async function addTitles(
	config: Config,
	files: readonly string[],
	given: LexiconNames
): Promise<void> {
	const bytes = files.map(bytesOf);
	const read = bytes.map((each, at) => readTitlesFile(files[at] ?? '', each));
	const titles = titlesTogether(read);
	const names = namesOf(files, bytes, given);
	await withTransport(config, async (way) => {
		const { id } = z.object({ id: z.string() }).parse(await ask(way, 'titles.begin', names));
		for (let from = 0; from < titles.length; from += atOnce) {
			await ask(way, 'titles.stage', { id, titles: titles.slice(from, from + atOnce) });
			const done = Math.min(titles.length, from + atOnce);
			if (process.stderr.isTTY) {
				process.stderr.write(`\r${figures(done)} of ${figures(titles.length)} titles`);
			}
		}
		if (process.stderr.isTTY) note('');
		const kept = z
			.object({ titles: z.number(), replaced: z.enum(['yes', 'no']) })
			.parse(await ask(way, 'titles.commit', { id }));
		const families = new Set(titles.map(({ family }) => family)).size;
		const leftOut = read.reduce((sum, file) => sum + file.leftOut, 0);
		say(
			[
				`${names.name} is here: ${figures(kept.titles)} titles in ${figures(families)} families.`,
				...(kept.replaced === 'yes' ? ['It replaces the one of that name.'] : []),
				...(leftOut > 0 ? [`${figures(leftOut)} lines without a title were left out.`] : [])
			].join(' ')
		);
	});
}

/** Prints the lexicons that the host added. */
export async function listTitles(config: Config, options: { json?: boolean }): Promise<void> {
	print(await askHost(config, 'titles.list'), options);
}

/** Takes a lexicon away. @throws Refusal `lexicon.missing` */
export async function removeTitles(config: Config, name: string): Promise<void> {
	await askHost(config, 'titles.remove', { name });
	say(`${name} is gone. Nothing of it is suggested any more.`);
}
