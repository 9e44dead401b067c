import { spawn } from 'node:child_process';
import {
	copyFileSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';
import { newId } from '#server/tokens.ts';
import { makeKey, programWith } from '../support/key.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { firstExplorer } from '../support/visitor.ts';

/** Back-ups taken during writes contain every write that was acknowledged before. */
const folder = mkdtempSync(join(tmpdir(), 'imago-backup-'));
const copy = join(folder, 'copy');
/** The test writes more in a minute than the rate limit of a key allows. */
const environment = { IMAGO_KEY_REQUESTS: '9999999' };
let server: RunningServer;
let key: string;
beforeAll(async () => {
	server = await startServer({ environment });
	key = await makeKey(await firstExplorer(server));
});
afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

/**
 * Runs a command of the host beside the server.
 * @returns exit code and output
 */
async function imago(data: string, ...words: string[]) {
	const child = spawn(
		join(projectRoot, 'node_modules/.bin/node'),
		['--disable-warning=ExperimentalWarning', 'src/surfaces/cli/main.ts', ...words],
		{ cwd: projectRoot, env: { PATH: process.env.PATH, HOME: process.env.HOME, IMAGO_DATA: data } }
	);
	let output = '';
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
	const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
	return { code, output };
}

function rowsIn(data: string): Map<string, Set<string>> {
	const file = new DatabaseSync(join(data, 'imago.db'), { readOnly: true });
	const tables = file
		.prepare("select name from pragma_table_list where schema = 'main' and type = 'table'")
		.all()
		.map(({ name }) => String(name))
		.filter((name) => !name.startsWith('sqlite_'));
	const rows = tables.map((name) => {
		const all = file.prepare(`select * from "${name}"`).all();
		return [name, new Set(all.map((row) => JSON.stringify(row)))] as const;
	});
	file.close();
	return new Map(rows);
}

function integrityOf(data: string): unknown {
	const file = new DatabaseSync(join(data, 'imago.db'), { readOnly: true });
	const answer = Object.values(file.prepare('pragma integrity_check').get() ?? {})[0];
	file.close();
	return answer;
}

test('a back-up under load, restored into an empty folder, contains every write acknowledged before it', async () => {
	const send = programWith(server.origin, key);
	const acknowledged: string[] = [];
	let writing = true;
	const writers = [1, 2, 3, 4].map(async () => {
		while (writing) {
			const id = newId();
			const response = await send('POST', '/people', { id, name: `Person ${id}`, place: 'Riga' });
			if (response.ok) acknowledged.push(id);
		}
	});
	await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(100);

	const before = [...acknowledged];
	const beforeRows = rowsIn(server.data);
	const began = performance.now();
	const done = await imago(server.data, 'backup', copy);
	const millis = Math.round(performance.now() - began);
	const during = acknowledged.length - before.length;
	writing = false;
	await Promise.all(writers);
	console.log(
		`backed up in ${String(millis)} ms while ${String(during)} writes went on; ${String(before.length)} were there before`
	);
	expect(done).toMatchObject({ code: 0 });
	expect(during).toBeGreaterThan(0);

	const restored = join(folder, 'restored');
	expect(await imago(restored, 'restore', copy)).toMatchObject({ code: 0 });
	expect(integrityOf(restored)).toBe('ok');
	const after = rowsIn(restored);
	for (const [table, rows] of beforeRows) {
		// The last use of a key and the idle expiry of a session change; user data does not.
		if (/^(keys|auth_session|jobs)$/.test(table)) continue;
		const lost = [...rows].filter((row) => !after.get(table)?.has(row));
		expect([table, lost]).toEqual([table, []]);
	}
	const people = [...(after.get('people') ?? [])].map(
		(row) => (JSON.parse(row) as { id: string }).id
	);
	expect(before.filter((id) => !people.includes(id))).toEqual([]);

	// The same key signs in, and writing works.
	const second = await startServer({ data: restored });
	const ask = programWith(second.origin, key);
	expect((await ask('GET', `/people/${before[0] ?? ''}`)).status).toBe(200);
	expect((await ask('POST', '/people', { name: 'Joan Whitcombe' })).status).toBe(200);
	await second.stop({ keep: true });
});

function damagedCopy(name: string, damage: (path: string) => void): string {
	const made = mkdtempSync(join(folder, 'damaged-'));
	for (const each of readdirSync(copy)) copyFileSync(join(copy, each), join(made, each));
	damage(join(made, name));
	return made;
}

test.each([
	['a letter became another', 'imago.db', (path: string) => flip(path, 0.6)],
	['its first page is torn', 'imago.db', (path: string) => flip(path, 0.0005)],
	['it was cut off', 'imago.db', (path: string) => truncateSync(path, 40_000)],
	['it is another file', 'imago.db', (path: string) => writeFileSync(path, 'Dear Mara')],
	['its key is another', 'secret.key', (path: string) => flip(path, 0.5)],
	['its key is gone', 'secret.key', (path: string) => rmSync(path)],
	['its sums are torn', 'sums.json', (path: string) => truncateSync(path, 20)]
])('a back-up is refused when %s, and the folder stays empty', async (_, name, damage) => {
	const target = join(folder, `target-${newId()}`);
	const { code, output } = await imago(target, 'restore', damagedCopy(name, damage));
	expect([code === 0, output]).toEqual([
		false,
		expect.stringMatching(/is damaged\. It was not used|is missing/)
	]);
	expect(output).not.toContain('    at ');
	expect(existsSync(target)).toBe(false);
});

function flip(path: string, part: number): void {
	const bytes = readFileSync(path);
	const at = Math.floor(bytes.length * part);
	bytes[at] = (bytes[at] ?? 0) ^ 1;
	writeFileSync(path, bytes);
}

test('a folder with content is neither restored into nor overwritten by a back-up', async () => {
	const full = await imago(server.data, 'restore', copy);
	expect([full.code, full.output]).toEqual([75, expect.stringContaining('is not empty')]);
	const again = await imago(server.data, 'backup', copy);
	expect([again.code, again.output]).toEqual([75, expect.stringContaining('already exists')]);
});
