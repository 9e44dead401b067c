import { expect, test } from 'vitest';
import { hashPassword, judgePassword, verifyPassword } from './password.ts';

const about = ['Mara Lindqvist', 'mara.lindqvist'];

test.each([
	['short one', 'password.short'],
	['passwordpassword', 'password.guessable'],
	['PasswordPassword1!', 'password.guessable'],
	['123456789012345', 'password.guessable'],
	['abcdefghijklmnopq', 'password.guessable'],
	['xyzxyzxyzxyzxyzxyz', 'password.guessable'],
	['aaaaaaaaaaaaaaaaaaaa', 'password.guessable'],
	['mara.lindqvist2026', 'password.guessable'],
	['x'.repeat(300), 'password.long']
])('%s is refused', (password, code) => {
	expect(judgePassword(password, about)?.code).toBe(code);
});

test.each([
	'copper lantern bicycle orchard',
	'vem där? tolv gröna paraplyer',
	'七つの海を渡る小さな蝶々の旅物語'
])('%s will do', (password) => {
	expect(judgePassword(password, about)).toBeUndefined();
});

test('a hash knows its password, in any normal form, and no other', async () => {
	const hash = await hashPassword('vem där? tolv paraplyer');
	expect(hash).not.toContain('paraplyer');
	expect(await verifyPassword({ hash, password: 'vem da\u0308r? tolv paraplyer' })).toBe(true);
	expect(await verifyPassword({ hash, password: 'vem dar? tolv paraplyer' })).toBe(false);
	expect(await verifyPassword({ hash: 'scrypt$x$y', password: 'x' })).toBe(false);
});
