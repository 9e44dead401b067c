import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from 'vitest';
import { refusalOf, startServer } from '../support/server.ts';

const folders: string[] = [];
function folder(): string {
	const made = mkdtempSync(join(tmpdir(), 'imago-folder-'));
	folders.push(made);
	return made;
}
afterEach(() => {
	for (const each of folders.splice(0)) rmSync(each, { recursive: true, force: true });
});

test('a folder that is not a data folder is not touched', async () => {
	const data = folder();
	writeFileSync(join(data, 'thesis.txt'), 'mine');
	expect(await refusalOf({ data })).toContain('is not a data folder of Imago');
});

test('a folder that has lost its database or its key is refused', async () => {
	const data = folder();
	await (await startServer({ data })).stop({ keep: true });
	for (const name of ['imago.db', 'imago.db-wal', 'imago.db-shm'])
		rmSync(join(data, name), { force: true });
	expect(await refusalOf({ data })).toContain('The database (imago.db) is missing in');
	const other = folder();
	await (await startServer({ data: other })).stop({ keep: true });
	rmSync(join(other, 'secret.key'));
	expect(await refusalOf({ data: other })).toContain('secret.key');
});

test('data of a newer version is refused and left as it is', async () => {
	const data = folder();
	await (await startServer({ data })).stop({ keep: true });
	const file = new DatabaseSync(join(data, 'imago.db'));
	file.prepare("insert into migrations values ('9999-from-the-future', 'x', '2030-01-01')").run();
	file.close();
	expect(await refusalOf({ data })).toContain('newer Imago');
});

test.each([
	[{ PORT: 'web' }, 'PORT is "web"'],
	[{ HOST: '0.0.0.0' }, 'IMAGO_ORIGIN must be the https address'],
	[{ IMAGO_SIGNUP: 'perhaps' }, 'IMAGO_SIGNUP is "perhaps"'],
	[{ IMAGO_TRUSTED_PROXIES: 'proxy' }, 'IMAGO_TRUSTED_PROXIES is "proxy"'],
	[{ IMAGO_SINGUP: 'open' }, 'IMAGO_SINGUP is not a setting'],
	[{ IMAGO_ORIGIN: 'https://a.example/path' }, 'IMAGO_ORIGIN is "https://a.example/path"'],
	[{ DATABASE_URL: 'postgres://x' }, 'DATABASE_URL']
])('a wrong setting stops the start with its name: %o', async (environment, sentence) => {
	const data = folder();
	mkdirSync(data, { recursive: true });
	expect(await refusalOf({ data, environment: environment as Record<string, string> })).toContain(
		sentence
	);
});

test('a port in use is reported with the solution', async () => {
	const first = await startServer({ data: folder() });
	const port = Number(new URL(first.origin).port);
	expect(await refusalOf({ data: folder(), port })).toContain(`port ${port}`);
	await first.stop({ keep: true });
});
