import { argon2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from '#server/auth/password.ts';

test('a password is hashed by Argon2id at no less than the least cost that OWASP names', async () => {
	const password = 'copper lantern bicycle orchard';
	const hash = await hashPassword(password);
	const [kind, nonce = '', tag = ''] = hash.split('$');
	const salt = Buffer.from(nonce, 'base64url');
	const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
	const made = argon2Sync('argon2id', { message: password, nonce: salt, ...cost });
	expect([kind, salt.length, tag]).toEqual(['argon2id', 16, made.toString('base64url')]);
	expect(await hashPassword(password)).not.toBe(hash);
});

test('a password counts in its full length and as it was typed', async () => {
	const long = 'Vem där? tolv gröna paraplyer '.repeat(9).slice(0, 255);
	const hash = await hashPassword(`${long}x`);
	const tried = [`${long}x`, `${long}y`, long, `${long}x `, `${long}x`.toLowerCase()];
	const answers = await Promise.all(tried.map((password) => verifyPassword({ hash, password })));
	expect(answers).toEqual([true, false, false, false, false]);
});
