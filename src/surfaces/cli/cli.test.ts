import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import type { App } from '../app.server.ts';
import { imago } from '#tests/support/command-line.ts';
import { withSocket } from './transport/socket-server.server.ts';

/** The same commands over the socket of a running server, and in process. */
const email = 'mara.lindqvist@people.example';

interface Scenario {
	name: string;
	words: string[];
	code?: number;
	out?: (string | RegExp)[];
	err?: (string | RegExp)[];
}

const scenarios: Scenario[] = [
	{ name: 'nothing yet', words: ['people', 'list'], out: [/^people: +none$/m] },
	{ name: 'a write', words: ['people', 'add', '--name', '欧阳 伟明'], out: ['欧阳 伟明'] },
	{
		name: 'another',
		words: ['people', 'add', '--name', 'Joan Whitcombe', '--position', 'Copy editor']
	},
	{
		name: 'a table',
		words: ['people', 'list'],
		out: ['people (2):', /^ {2}ID {34} {2}NAME {12}POSITION$/m, /Joan Whitcombe {2}Copy editor$/m]
	},
	{ name: 'JSON', words: ['people', 'list', '--json'], out: [/^\{\n\t"people": \[/] },
	{
		name: 'a refusal at a field',
		words: ['themes', 'open', '--title', ' '],
		code: 65,
		err: ['Write a name that a friend would understand', '  --title']
	},
	{
		name: 'the same for programs',
		words: ['themes', 'open', '--title', ' ', '--json'],
		code: 65,
		err: ['"code": "input.invalid"', '"option": "--title"']
	},
	{
		name: 'what is not there',
		words: ['people', 'get', '01938b6c-0000-7000-8000-000000000001'],
		code: 66,
		err: ['This person was not found.']
	},
	{
		name: 'a word that is none of its choices',
		words: ['interviews', 'close', '01938b6c-0000-7000-8000-000000000001', '--reason', 'never'],
		code: 65,
		err: ['--reason']
	},
	{
		name: 'lists by repeating',
		words: ['keys', 'add', '--name', 'Sheet', '--effects', 'read', '--effects', 'draft'],
		out: ['imago_']
	},
	{ name: 'keys, not as they are', words: ['key', 'list', email], out: ['read, draft'] },
	{ name: 'the host adds a user', words: ['user', 'add'], out: [/\/begin\/[\w-]{43}$/m] },
	{
		name: 'and lets one in again, for ten minutes, and tells of keys',
		words: ['user', 'reset', email, '--second-factor'],
		out: [/for 10 minutes: .*\/reset\/[\w-]{43}$/m, 'no second factor', '1 API key']
	},
	{
		name: 'and signs one out everywhere',
		words: ['user', 'sign-out', email],
		out: ['0 sessions ended']
	},
	{ name: 'one, or all', words: ['user', 'sign-out'], code: 65, err: ['--all'] },
	{ name: 'not both', words: ['user', 'sign-out', email, '--all'], code: 65, err: ['--all'] },
	{ name: 'signs out nobody else', words: ['user', 'sign-out', 'x@y.example'], code: 66 },
	{
		name: 'nobody of that name',
		words: ['user', 'reset', 'x@y.example'],
		code: 66,
		err: ['account was not found']
	},
	{ name: 'another account', words: ['people', 'list', '--account', 'x@y.example'], code: 66 },
	{
		name: 'an unknown option',
		words: ['people', 'list', '--sort', 'x'],
		code: 64,
		err: ['--sort']
	},
	{ name: 'an unknown verb', words: ['people', 'eat'], code: 64, err: ['eat'] },
	{
		name: 'what destroys is asked about',
		words: ['account', 'erase', '--email', email],
		code: 65,
		err: ['2 people', '--yes']
	},
	{
		name: 'and is done after a yes',
		words: ['account', 'erase', '--email', email, '--yes'],
		out: ['Done.']
	},
	{
		name: 'then nobody is left',
		words: ['people', 'list'],
		code: 66,
		err: ['no account on this Imago yet']
	}
];

describe.each(['through the socket', 'without a server'])('%s', (transport) => {
	let testApp: TestApp;
	let listening: App | undefined;
	let environment: Record<string, string>;
	beforeAll(async () => {
		testApp = await openTestApp();
		environment = testApp.environment;
		if (transport === 'through the socket') listening = await withSocket(testApp.app);
		else await testApp.app.close();
	});
	afterAll(async () => {
		await listening?.close();
		expect(existsSync(join(testApp.app.config.data, 'imago.sock'))).toBe(false);
		rmSync(testApp.app.config.data, { recursive: true, force: true });
	});

	test('the command that takes a step back can be typed as it is printed', async () => {
		const whose = ['--account', email];
		const made = await imago(environment, 'people', 'add', '--name', 'Torben Lind', ...whose);
		const people = async () => (await imago(environment, 'people', 'list', ...whose)).out;
		const [, line = ''] = /^To undo: imago (.*)$/m.exec(made.err) ?? [];
		expect(await people()).toContain('Torben Lind');
		expect((await imago(environment, ...line.split(' '))).code).toBe(0);
		expect(await people()).not.toContain('Torben Lind');
	});

	test.each(scenarios)('$name', async ({ words, code = 0, out = [], err = [] }) => {
		const result = await imago(environment, ...words);
		expect(result.code).toBe(code);
		// Standard error has at most the command that undoes the step.
		if (code === 0) expect(result.err).toMatch(/^(To undo: imago [^\n]+\n)?$/);
		for (const part of out) expect(result.out).toMatch(part);
		for (const part of err) expect(result.err).toMatch(part);
		if (code !== 0) expect(result.out).toBe('');
	});
});

test('only the owner can open the socket; one of a crashed process is replaced', async () => {
	const testApp = await openTestApp();
	const { data } = testApp.app.config;
	const socket = join(data, 'imago.sock');
	writeFileSync(socket, '');
	const listening = await withSocket(testApp.app);
	expect(statSync(socket).mode & 0o777).toBe(0o600);
	expect((await imago(testApp.environment, 'user', 'list')).out).toContain(email);
	await listening.close();
	expect(existsSync(socket)).toBe(false);
	rmSync(data, { recursive: true, force: true });
});

test('a folder locked by a process without a socket is refused', async () => {
	// PostgreSQL has no lock on the data folder.
	const testApp = await openTestApp(undefined, 'sqlite');
	const result = await imago(testApp.environment, 'people', 'list');
	expect(result).toMatchObject({ code: 78, out: '' });
	expect(result.err).toContain('is in use by process');
	await testApp.close();
});

test('of several accounts one is named, by an option or the environment', async () => {
	const testApp = await openTestApp();
	await testApp.another('Iris Canary');
	const listening = await withSocket(testApp.app);
	const environment = testApp.environment;
	const unnamed = await imago(environment, 'profile', 'get');
	expect(unnamed).toMatchObject({ code: 65, out: '' });
	expect(unnamed.err).toContain('--account');
	const option = await imago(
		environment,
		'profile',
		'get',
		'--account',
		'Iris.Canary@people.example'
	);
	expect(option.out).toContain('Iris Canary');
	const variable = await imago({ ...environment, IMAGO_ACCOUNT: email }, 'profile', 'get');
	expect(variable.out).toContain('Mara Lindqvist');
	await listening.close();
	rmSync(testApp.app.config.data, { recursive: true, force: true });
});

test('without a server, background jobs are finished before the command ends', async () => {
	const testApp = await openTestApp();
	await testApp.app.close();
	const { data } = testApp.app.config;
	const csv = join(data, '..', `${String(process.pid)}-Connections.csv`);
	writeFileSync(
		csv,
		'First Name,Last Name,URL\nJoan,Whitcombe,https://www.linkedin.com/in/joan-w\n'
	);
	const environment = testApp.environment;
	const read = await imago(environment, 'imports', 'read', '--file', csv, '--json');
	const { id } = JSON.parse(read.out) as { id: string };
	expect((await imago(environment, 'imports', 'commit', id)).code).toBe(0);
	expect((await imago(environment, 'people', 'list')).out).toContain('Joan Whitcombe');
	rmSync(csv);
	rmSync(data, { recursive: true, force: true });
});

test('an answer that is a file goes to standard output, or to a new file', async () => {
	const testApp = await openTestApp();
	const listening = await withSocket(testApp.app);
	const { data } = testApp.app.config;
	const to = join(data, '.out.json');
	const passed = await imago(testApp.environment, 'account', 'export');
	expect(JSON.parse(passed.out)).toMatchObject({ format: 'imago-workspace' });
	await imago(testApp.environment, 'account', 'export', '--to', to);
	expect(readFileSync(to, 'utf8')).toBe(passed.out);
	expect((await imago(testApp.environment, 'account', 'export', '--to', to)).code).toBe(75);
	await listening.close();
	rmSync(data, { recursive: true, force: true });
});
