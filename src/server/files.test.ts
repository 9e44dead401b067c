import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyDurably, draftBeside, keepFromOthers, openNew, writeDurably } from './files.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'imago-files-'));
});
afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);
const modeOf = (path: string): number => statSync(path).mode & 0o777;

test('a file is written atomically, with access for its owner alone, and no temporary file is left', () => {
	writeDurably(at('imago.json'), 'one');
	writeDurably(at('imago.json'), 'two');
	expect(readFileSync(at('imago.json'), 'utf8')).toBe('two');
	expect(modeOf(at('imago.json'))).toBe(0o600);
	expect(readdirSync(folder)).toEqual(['imago.json']);
});

test('an existing link is replaced, never followed', () => {
	writeFileSync(at('victim'), 'mine');
	symlinkSync(at('victim'), at('owner.json'));
	// The name of temporary files before it was random.
	symlinkSync(at('victim'), at('owner.json.draft'));
	writeDurably(at('owner.json'), 'ours');
	expect(readFileSync(at('victim'), 'utf8')).toBe('mine');
	expect(readFileSync(at('owner.json'), 'utf8')).toBe('ours');
});

test('creating a file fails where the path exists or is a link', () => {
	writeFileSync(at('taken'), 'mine');
	symlinkSync(at('nowhere'), at('link'));
	for (const name of ['taken', 'link']) expect(() => openNew(at(name))).toThrow('EEXIST');
	expect(existsSync(at('nowhere'))).toBe(false);
	expect(draftBeside(at('a'))).not.toBe(draftBeside(at('a')));
});

test('a copy follows no link on either side', () => {
	writeFileSync(at('secret'), 'not for a back-up');
	symlinkSync(at('secret'), at('imago.db'));
	expect(() => {
		copyDurably(at('imago.db'), at('copy'));
	}).toThrow('is not a regular file');
	writeFileSync(at('real'), 'rows');
	symlinkSync(at('secret'), at('target'));
	expect(() => {
		copyDurably(at('real'), at('target'));
	}).toThrow('EEXIST');
	expect(readFileSync(at('secret'), 'utf8')).toBe('not for a back-up');
});

test('files that others can read are restricted and reported', () => {
	writeFileSync(at('imago.db'), 'rows');
	mkdirSync(at('.export-1'));
	for (const [name, mode] of [
		['imago.db', 0o644],
		['.export-1', 0o755],
		['.', 0o755]
	] as const) {
		chmodSync(at(name), mode);
	}
	expect(keepFromOthers(folder).mended).toHaveLength(3);
	expect([modeOf(folder), modeOf(at('imago.db')), modeOf(at('.export-1'))]).toEqual([
		0o700, 0o600, 0o700
	]);
	expect(keepFromOthers(folder)).toEqual({ mended: [], open: [] });
	// Of a folder that is reached through a link, the folder itself is restricted.
	symlinkSync(folder, at('link'));
	expect(keepFromOthers(at('link'))).toEqual({ mended: [], open: [] });
});
