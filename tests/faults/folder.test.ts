import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from 'vitest';
import { startServer } from '../support/server.ts';

const folders: string[] = [];
function folder(): string {
	const made = mkdtempSync(join(tmpdir(), 'imago-folder-'));
	folders.push(made);
	return made;
}
afterEach(() => {
	for (const each of folders.splice(0)) rmSync(each, { recursive: true, force: true });
});

async function refusal(options: Parameters<typeof startServer>[0]): Promise<string> {
	try {
		const server = await startServer(options);
		await server.stop({ keep: true });
	} catch (error) {
		return String(error);
	}
	return 'it started';
}

test('a second start is refused within two seconds and names the owner; after a crash it is taken over', async () => {
	const data = folder();
	const first = await startServer({ data });
	const began = performance.now();
	const said = await refusal({ data });
	expect(performance.now() - began).toBeLessThan(2000);
	expect(said).toContain(`process ${first.process.pid}`);
	await first.stop({ signal: 'SIGKILL', keep: true });
	// The owner's name is still there, and its number may by now be anybody's.
	const second = await startServer({ data });
	expect(await second.stop({ keep: true })).toBe(0);
	expect(second.output()).toContain('Everything is saved');
});

test('a folder that is not ours is not touched', async () => {
	const data = folder();
	writeFileSync(join(data, 'thesis.txt'), 'mine');
	expect(await refusal({ data })).toContain('is not a data folder of Imago');
});

test('a folder that has lost its database or its key is refused', async () => {
	const data = folder();
	await (await startServer({ data })).stop({ keep: true });
	for (const name of ['imago.db', 'imago.db-wal', 'imago.db-shm'])
		rmSync(join(data, name), { force: true });
	expect(await refusal({ data })).toContain('has lost its database');
	const other = folder();
	await (await startServer({ data: other })).stop({ keep: true });
	rmSync(join(other, 'secret.key'));
	expect(await refusal({ data: other })).toContain('secret.key');
});

test('data of a newer version is refused and left as it is', async () => {
	const data = folder();
	await (await startServer({ data })).stop({ keep: true });
	const file = new DatabaseSync(join(data, 'imago.db'));
	file.prepare("insert into migrations values ('9999-from-the-future', 'x', '2030-01-01')").run();
	file.close();
	expect(await refusal({ data })).toContain('newer Imago');
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
	expect(await refusal({ data, environment: environment as Record<string, string> })).toContain(
		sentence
	);
});

test('a port in use is said with the way out', async () => {
	const first = await startServer({ data: folder() });
	const port = Number(new URL(first.origin).port);
	expect(await refusal({ data: folder(), port })).toContain(`port ${port}`);
	await first.stop({ keep: true });
});
