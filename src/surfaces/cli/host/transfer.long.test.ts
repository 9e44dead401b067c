import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { addPerson } from '#features/people/operations.server.ts';
import { openTestApp } from '#tests/support/app.ts';
import { openListening } from '#tests/support/command-line.ts';
import { exportFor, importFor } from './transfer.ts';

/** Export beside a running server, and import into another data folder. */
const email = 'mara.lindqvist@people.example';
const folder = mkdtempSync(join(tmpdir(), 'imago-cli-'));
const source = await openListening();
beforeAll(async () => {
	await source.as(addPerson, { name: 'Joan Whitcombe', company: 'Harbour & Field' });
	vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => {
	expect(existsSync(join(folder, 'out.json.draft'))).toBe(false);
});
afterAll(async () => {
	vi.restoreAllMocks();
	await source.close();
	rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);

test('export works while the server runs, plain or gzipped, readable by the owner only', async () => {
	await exportFor(source.app.config, email, at('out.json'));
	await exportFor(source.app.config, email, at('out.json.gz'));
	const text = readFileSync(at('out.json'), 'utf8');
	expect(text).toContain('Joan Whitcombe');
	expect(gunzipSync(readFileSync(at('out.json.gz'))).toString()).toBe(text);
	expect(statSync(at('out.json')).mode & 0o077).toBe(0);
});

test('existing files are not overwritten, and an unknown account is refused', async () => {
	await expect(exportFor(source.app.config, email, at('out.json'))).rejects.toMatchObject({
		code: 'export.exists'
	});
	for (const name of ['none/out.json', 'out.json/out.json']) {
		await expect(exportFor(source.app.config, email, at(name))).rejects.toMatchObject({
			code: 'export.no-folder'
		});
	}
	await expect(exportFor(source.app.config, 'x@y.example', at('no.json'))).rejects.toMatchObject({
		code: 'account.missing'
	});
	expect(existsSync(at('no.json'))).toBe(false);
});

test('import brings it into an empty workspace of another folder, once', async () => {
	const target = await openTestApp();
	await target.app.close();
	const { config } = target.app;
	await importFor(config, email, at('out.json.gz'));
	await exportFor(config, email, at('again.json'));
	expect(readFileSync(at('again.json'), 'utf8')).toBe(readFileSync(at('out.json'), 'utf8'));
	await expect(importFor(config, email, at('out.json'))).rejects.toMatchObject({
		code: 'account.not-empty'
	});
	rmSync(config.data, { recursive: true, force: true });
});

test('a missing file and a foreign file are refused', async () => {
	const target = await openTestApp();
	await target.app.close();
	writeFileSync(at('letter.json'), 'Dear Mara');
	for (const [name, code] of [
		['lost.json', 'import.no-file'],
		['letter.json', 'workspace-import.not-ours']
	] as const) {
		await expect(importFor(target.app.config, email, at(name))).rejects.toMatchObject({ code });
	}
	rmSync(target.app.config.data, { recursive: true, force: true });
});
