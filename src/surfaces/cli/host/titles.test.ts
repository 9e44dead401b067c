import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTheme } from '#features/clarity/operations.server.ts';
import type { TestApp } from '#tests/support/app.ts';
import { imago, openListening } from '#tests/support/command-line.ts';
import { isOnet, readTitlesFile, mergeTitles } from './titles-file.ts';

/** Invented titles in the supported file formats. */
const files = {
	'Alternate Titles.txt':
		'O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)\r\n90-0001.00\tLighthouse Keeper\tn/a\t08\r\n90-0001.00\tKeeper of "the Light"\tKeeper\t08\r\n90-0002.00\tBuoy Painter\tn/a\t09\r\n',
	'Job Titles.txt':
		'O*NET-SOC Code\tJob Title\tShort Title\tSource(s)\n90-0001.00\tFoghorn Tuner\tn/a\t02\n',
	'Occupation Data.txt':
		'O*NET-SOC Code\tTitle\tDescription\n90-0001.00\tLighthouse Keepers\tKeep lighthouses.\n90-0002.00\tBuoy Painters\tPaint "buoys".\n',
	'own.csv': '\ufeffTitle,Family\n"Keeper, night",Lights\n,Lights\n123,Lights\nWarden,\n\n',
	'bare.csv': 'title\nMöwenwart\n'
};
const bytesOf = (name: keyof typeof files) => Buffer.from(files[name]);
const read = (name: keyof typeof files) => readTitlesFile(name, bytesOf(name));

describe('files', () => {
	test('families of one file get their names from another', () => {
		expect(mergeTitles([read('Alternate Titles.txt'), read('Occupation Data.txt')])).toEqual([
			{ title: 'Lighthouse Keeper', family: 'Lighthouse Keepers' },
			{ title: 'Keeper of "the Light"', family: 'Lighthouse Keepers' },
			{ title: 'Keeper', family: 'Lighthouse Keepers' },
			{ title: 'Buoy Painter', family: 'Buoy Painters' },
			{ title: 'Lighthouse Keepers', family: 'Lighthouse Keepers' },
			{ title: 'Buoy Painters', family: 'Buoy Painters' }
		]);
		expect(mergeTitles([read('Job Titles.txt')])).toEqual([
			{ title: 'Foghorn Tuner', family: '90-0001.00' }
		]);
	});

	test('commas within quotation marks, rows without a title, a byte order mark', () => {
		const own = read('own.csv');
		expect(mergeTitles([own])).toEqual([
			{ title: 'Keeper, night', family: 'Lights' },
			{ title: 'Warden', family: '' }
		]);
		expect(own.skipped).toBe(2);
	});

	test('letters of the Windows code page', () => {
		const bytes = Buffer.from(files['bare.csv'], 'latin1');
		expect(mergeTitles([readTitlesFile('bare.csv', bytes)])[0]?.title).toBe('Möwenwart');
	});

	test('files of O*NET are recognised', () => {
		expect(isOnet('Job Titles.txt', bytesOf('Job Titles.txt'))).toBe(true);
		expect(isOnet('own.csv', bytesOf('own.csv'))).toBe(false);
	});

	test.each([
		['empty', ''],
		['another table', 'name,place\nJoan,Riga\n'],
		['only a head', 'title,family\n'],
		['no table', 'Dear Mara,\nhow are you?'],
		['bytes', '\u0000\u0001\u0002']
	])('%s is refused', (name, text) => {
		expect(() => readTitlesFile(name, Buffer.from(text))).toThrow(
			expect.objectContaining({ code: 'titles.no-titles' }) as Error
		);
	});
});

describe('imago titles', () => {
	const folder = mkdtempSync(join(tmpdir(), 'imago-titles-'));
	const at = (name: string): string => join(folder, name);
	let testApp: TestApp;
	let environment: Record<string, string>;
	beforeAll(async () => {
		for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
		testApp = await openListening();
		environment = testApp.environment;
	});
	afterAll(async () => {
		await testApp.close();
		rmSync(folder, { recursive: true, force: true });
	});

	test('adds, lists, replaces, suggests and takes away', async () => {
		const onet = [at('Alternate Titles.txt'), at('Occupation Data.txt')];
		const added = await imago(environment, 'titles', 'add', ...onet);
		expect(added).toMatchObject({
			code: 0,
			out: 'Added O*NET: 6 titles in 2 families.\n'
		});
		const again = await imago(environment, 'titles', 'add', ...onet);
		expect(again.out).toContain('It replaces the earlier lexicon with this name.');
		const own = ['--name', 'Ours', '--licence', 'CC0'];
		const ours = await imago(environment, 'titles', 'add', at('own.csv'), ...own);
		expect(ours.out).toContain('2 lines without a title were skipped.');
		const list = await imago(environment, 'titles', 'list', '--json');
		expect(JSON.parse(list.out)).toMatchObject({
			lexicons: [
				{ name: 'O*NET', titles: 6, licence: 'CC BY 4.0' },
				{ name: 'Ours', titles: 2, licence: 'CC0', source: 'own.csv' }
			]
		});
		const { id } = await testApp.as(openTheme, { title: 'Painting buoys' });
		const near = await imago(environment, 'themes', 'suggest-titles', id);
		expect(near.out).toContain('Buoy Painter');
		expect((await imago(environment, 'titles', 'remove', 'O*NET')).code).toBe(0);
		const later = await imago(environment, 'themes', 'suggest-titles', id);
		expect(later.out).not.toContain('Buoy Painter');
	});

	test('an unreadable file is refused and changes nothing', async () => {
		const before = (await imago(environment, 'titles', 'list')).out;
		writeFileSync(at('letter.txt'), 'Dear Mara');
		for (const [name, code] of [
			['lost.txt', 66],
			['letter.txt', 65]
		] as const) {
			expect(await imago(environment, 'titles', 'add', at('own.csv'), at(name))).toMatchObject({
				code,
				out: ''
			});
		}
		expect((await imago(environment, 'titles', 'remove', 'nobody')).code).toBe(66);
		expect((await imago(environment, 'titles', 'list')).out).toBe(before);
	});
});
