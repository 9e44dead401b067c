import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

test('a hash verifies its password in any Unicode normal form, and no other password', async () => {
	const hash = await hashPassword('vem där? tolv paraplyer');
	expect(hash).not.toContain('paraplyer');
	expect(await verifyPassword({ hash, password: 'vem da\u0308r? tolv paraplyer' })).toBe(true);
	expect(await verifyPassword({ hash, password: 'vem dar? tolv paraplyer' })).toBe(false);
	expect(await verifyPassword({ hash: 'scrypt$x$y', password: 'x' })).toBe(false);
});

test('hashing is bounded: a call beyond the queue is refused with retryAfter', async () => {
	const tries = await Promise.allSettled(
		Array.from({ length: 120 }, (_, each) => hashPassword(`copper lantern ${each}`))
	);
	const refused = tries.filter((each) => each.status === 'rejected');
	expect(refused.length).toBeGreaterThanOrEqual(60);
	for (const { reason } of refused) {
		expect(reason).toMatchObject({ code: 'sign-in.busy', status: 503, retryAfter: 5 });
	}
	expect(await hashPassword('copper lantern bicycle')).toMatch(/^argon2id/);
});
