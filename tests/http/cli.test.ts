import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';
import { connectionsCsv } from '../support/connections.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { firstExplorer } from '../support/visitor.ts';

/** The first half of the method with the real command line against the built server. */
const folder = mkdtempSync(join(tmpdir(), 'imago-journey-'));
let server: RunningServer;
beforeAll(async () => {
	server = await startServer();
	await firstExplorer(server);
});
afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

interface Said {
	code: number | null;
	out: string;
	err: string;
}

async function imago(...words: string[]): Promise<Said> {
	const child = spawn(
		join(projectRoot, 'node_modules/.bin/node'),
		['--disable-warning=ExperimentalWarning', 'src/surfaces/cli/main.ts', ...words],
		{
			cwd: projectRoot,
			env: { PATH: process.env.PATH, HOME: process.env.HOME, IMAGO_DATA: server.data }
		}
	);
	const said = { out: '', err: '' };
	child.stdout.on('data', (piece: Buffer) => (said.out += piece.toString()));
	child.stderr.on('data', (piece: Buffer) => (said.err += piece.toString()));
	const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
	return { code, ...said };
}

async function done(...words: string[]): Promise<Record<string, unknown>> {
	const { code, out, err } = await imago(...words, '--json');
	// Standard error has at most the command that undoes the step.
	expect([words.join(' '), code, err.replace(/^To undo: imago .*\n/, '')]).toEqual([
		words.join(' '),
		0,
		''
	]);
	return JSON.parse(out) as Record<string, unknown>;
}

/** Polls until the condition holds, since a file is read in the background. */
async function until(ready: () => Promise<boolean>): Promise<void> {
	await expect.poll(ready, { timeout: 20_000, interval: 200 }).toBe(true);
}

/** The dates that may be three business days after today. */
function soon(): string[] {
	return [3, 4, 5, 6, 7].map((days) =>
		new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
	);
}

test('clarity, import, person, interview, brief, request, Today', async () => {
	const { id: themeId } = await done('themes', 'open', '--title', 'Magazine editing');
	const theme = String(themeId);
	await done(
		...['themes', 'describe', theme],
		...['--activity', 'Choose and shape other people’s stories'],
		...['--setting', 'A small office, with writers and one art director'],
		...['--pull', 'I rewrite the menu in every restaurant']
	);
	for (const kind of ['strength', 'value', 'interest']) {
		for (const text of ['one', 'two', 'three'])
			await done('self-notes', 'add', '--kind', kind, '--text', `${kind} ${text}`);
	}
	for (const text of ['Working with words', 'Steady income', 'Staying in Gothenburg']) {
		await done('criteria', 'add', '--text', text);
	}
	await done('criteria', 'say-no-deal-breaker');
	await done(
		...['readiness', 'answer', '--clarity', '4', '--satisfaction', '4'],
		...['--fear', '2', '--pressure', '2', '--confidence', '4']
	);
	const clarity = await imago('clarity', 'get');
	expect(clarity.out).toMatch(/verdict: +(ready|almost)/);

	const csv = join(folder, 'Connections.csv');
	writeFileSync(csv, connectionsCsv({ rows: 300, seed: 7, preamble: true }));
	const { id: importId } = await done('imports', 'read', '--file', csv);
	await until(async () => (await imago('imports', 'commit', String(importId))).code === 0);
	await until(async () => ((await done('people', 'list')).people as unknown[]).length > 0);
	const found = await done('people', 'list', '--words', 'editor', '--limit', '5');
	const [person] = found.people as { id: string }[];

	const planned = await done(
		...['interviews', 'plan', '--person-id', String(person?.id), '--theme-id', theme],
		...['--channel', 'direct', '--connection', 'Your note on the corrections page']
	);
	const id = String(planned.id);
	const request = [id, 'request'];
	const tooEarly = await imago('messages', 'mark-sent', ...request, '--through', 'copied');
	expect([tooEarly.code, tooEarly.out]).toEqual([75, '']);
	expect(tooEarly.err).not.toBe('');
	await done('goals', 'add', id, '--text', 'How much of a week is editing');
	await done(
		...['sources', 'add', id, '--kind', 'partner', '--title', 'Corrections page'],
		...['--link', 'https://harbour-field.example/corrections', '--mark', 'why-you'],
		...['--answers', 'They cook a recipe before they print it']
	);
	const inputFile = join(folder, 'request.json');
	writeFileSync(
		inputFile,
		JSON.stringify({
			minutes: 15,
			subject: 'Fifteen minutes about copy editing',
			body: 'Hello Joan,\n\nYour note on the corrections page, about cooking a recipe before you print it, is why I am writing to you. You have edited a magazine for years, and I am finding out what that work is really like before I change anything.\n\nWould you have 15 minutes by phone in the week of 30 November? I would like to hear what your ordinary closing week looks like and what the worst of it is. I am not asking for a job. I will fit around your day.\n\nMara Lindqvist'
		})
	);
	await done('messages', 'write', ...request, '--input', inputFile);
	await done('messages', 'mark-sent', ...request, '--through', 'copied');

	const today = await imago('today', 'facts', '--json');
	expect(today.out.replace(/\s/g, '')).toContain('"waiting":1');
	const thread = await imago('interviews', 'get', id);
	expect(soon().some((day) => thread.out.includes(day))).toBe(true);
});

test('only the owner can open the socket, and its paths do not exist over the network', async () => {
	expect(statSync(join(server.data, 'imago.sock')).mode & 0o777).toBe(0o600);
	for (const path of ['/operations/people.list', '/commands/user.list', '/import']) {
		const answer = await fetch(server.origin + path, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
			body: JSON.stringify({ operation: 'people.list', command: 'user.list', input: {} })
		});
		expect(await answer.text()).not.toContain('mara@lindqvist.example');
		expect([404, 303, 403, 405]).toContain(answer.status);
	}
});

test('a closed pipe causes no stack trace', async () => {
	const child = spawn(
		'bash',
		[
			'-c',
			'"$0" --disable-warning=ExperimentalWarning src/surfaces/cli/main.ts account export | head -c 10; exit "${PIPESTATUS[0]}"',
			join(projectRoot, 'node_modules/.bin/node')
		],
		{
			cwd: projectRoot,
			env: { PATH: process.env.PATH, HOME: process.env.HOME, IMAGO_DATA: server.data }
		}
	);
	let err = '';
	child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
	const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
	expect([code, err]).toEqual([0, '']);
});

test('serve ends without leaving its socket behind', async () => {
	const own = await startServer();
	expect(statSync(join(own.data, 'imago.sock')).isSocket()).toBe(true);
	expect(await own.stop({ keep: true })).toBe(0);
	expect(statSync(join(own.data, 'imago.sock'), { throwIfNoEntry: false })).toBeUndefined();
	rmSync(own.data, { recursive: true, force: true });
});
