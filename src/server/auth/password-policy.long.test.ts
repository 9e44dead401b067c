import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { passwordRefusal } from './password-policy.ts';

const about = ['Mara Lindqvist', 'mara.lindqvist@people.example'];
const folder = mkdtempSync(join(tmpdir(), 'imago-passwords-'));
afterAll(() => {
	rmSync(folder, { recursive: true });
});

async function codeOf(password: string, passwordBlocklist?: string): Promise<string | undefined> {
	const config = { origin: 'https://talks.brightwater.example', passwordBlocklist };
	return (await passwordRefusal(config, password, about))?.code;
}

test.each([
	// phrases that everybody knows
	'to be or not to be',
	'To Be Or Not To Be!',
	'maytheforcebewithyou',
	'the quick brown fox jumps',
	'ask not what your country',
	'we three kings of orient',
	'I love you so much baby',
	// the most common passwords, made longer
	'password1234567',
	'passwordpassword',
	'passwordpasswordpassword',
	'password password',
	'Passwort12345678',
	'letmeinletmein1',
	'iloveyouiloveyou',
	'dragondragondragon',
	'monkey123monkey123',
	'football12345678',
	'princess12345678',
	'trustno1trustno1',
	'welcome12345678',
	'administrator123',
	'changemechangeme',
	'thisismypassword',
	'mysecretpassword',
	'correcthorsebatterystaple',
	'correct horse battery staple',
	// common substitutions of characters
	'P@ssw0rdP@ssw0rd',
	'p4ssw0rd1234567',
	'passw0rdpassw0rd1',
	'Welcome2026!Welcome',
	'Summer2026Summer2026',
	'sunshine2026sunshine',
	// keyboard walks, runs, repetitions
	'qwerty123456789',
	'qwertyuiopasdfgh',
	'qwertyqwertyqwerty',
	'asdfghjkl123456',
	'zxcvbnmasdfghjkl',
	'1qaz2wsx3edc4rfv',
	'qazwsxedcrfvtgbyhn',
	'1234qwer1234qwer',
	'123456789012345',
	'987654321987654321',
	'abcdefghijklmno',
	'abcabcabcabcabc',
	'aaaaaaaaaaaaaaa',
	'!!!!!!!!!!!!!!!!',
	// dates, and names of the person, the host and the product
	'19900101199001011990',
	'mara.lindqvist1990',
	'MaraLindqvist2026!',
	'lindqvistlindqvist',
	'brightwater2026!',
	'talks.brightwater',
	'imagoimagoimago1',
	'imago-imago-imago',
	'informationalinterview',
	'Informational-Interview1'
])('%s is guessable', async (password) => {
	expect(await codeOf(password)).toBe('password.guessable');
});

test.each([
	'copper lantern bicycle orchard',
	'seven green umbrellas waiting',
	'seven pale lanterns over water',
	'marble otter tuesday violin',
	'the cat ate my grey slippers',
	'purple-monkey-dishwasher-lamp',
	'glass river penguin forty',
	'Horse staple battery window rain',
	'where did the yellow bus go',
	'nine owls read old letters',
	'wet stone quiet harbour',
	'onion clock velvet seventeen',
	'tulip engine whisper candle 4',
	'my aunt sells brass trumpets',
	'correct pony generator cupboard',
	'zebra umbrella piano lake',
	'we planted beans behind the shed',
	'lemon carpet astronaut drum',
	'Mara waters eleven blue cacti',
	// other languages and scripts
	'vem där? tolv gröna paraplyer',
	'jag cyklar hem i regnet',
	'blaue Katze tanzt im Regen',
	'tres gatos duermen bajo la mesa',
	'mon vélo rouge a perdu sa chaîne',
	'грустный слон ест вишню',
	'γάτα βιβλίο θάλασσα φως',
	'七つの海を渡る小さな蝶々の旅物語',
	// by a password manager
	'kX9#vQ2!mZ7@pL4$',
	'8f3a9c1e7b2d4f60',
	'uVq3-tRn8-pLw2-xYz6',
	'x7-plum-kettle-orbit'
])('%s will do', async (password) => {
	expect(await codeOf(password)).toBeUndefined();
});

test('length is 15 to 256 characters, whatever they are', async () => {
	expect(await codeOf('kX9#vQ2!mZ7@pL')).toBe('password.short');
	expect(await codeOf('x'.repeat(257))).toBe('password.long');
	expect(await codeOf('copper lantern bicycle orchard '.repeat(8))).toBeUndefined();
});

test('the longest password is checked in bounded time', async () => {
	const from = performance.now();
	await codeOf('p@$$w0rd'.repeat(32));
	expect(performance.now() - from).toBeLessThan(5000);
});

test('a plain blocklist of the host applies, ignoring case', async () => {
	const list = join(folder, 'plain.txt');
	const many = Array.from({ length: 60_000 }, (_, each) => `some other password ${each}`);
	writeFileSync(list, [...many, 'Marble Otter Tuesday Violin', ...many].join('\r\n'));
	expect(await codeOf('marble otter tuesday violin', list)).toBe('password.guessable');
	expect(await codeOf('zebra umbrella piano lake', list)).toBeUndefined();
});

test('a blocklist of sorted SHA-1 hashes is searched by binary search', async () => {
	const list = join(folder, 'hashes.txt');
	const sha1 = (text: string): string =>
		createHash('sha1').update(text).digest('hex').toUpperCase();
	const listed = Array.from({ length: 500 }, (_, each) => `onion clock velvet ${each}`);
	const lines = [...listed, 'marble otter tuesday violin']
		.map((text, at) => `${sha1(text)}:${at}`)
		.sort();
	writeFileSync(list, `${lines.join('\r\n')}\r\n`);
	const { isListed } = await import('./password-blocklist.ts');
	expect(listed.filter((text) => !isListed(list, text))).toEqual([]);
	expect(listed.filter((text) => isListed(list, `${text}!`))).toEqual([]);
	expect(await codeOf('marble otter tuesday violin', list)).toBe('password.guessable');
	expect(await codeOf('zebra umbrella piano lake', list)).toBeUndefined();
});
