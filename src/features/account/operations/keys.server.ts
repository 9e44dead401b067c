import { z } from 'zod';
import { missing, refuseConflict } from '#kernel/refusal.ts';
import { keyPrefix } from '#server/auth/key.ts';
import { operation } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { hashToken, newToken } from '#server/tokens.ts';
import { key, keyEffects, passkey } from '../schemas.ts';
import { exampleId, id } from '#method/field-schemas.ts';
import * as store from '../store.server.ts';
import { closeKeyReview, keyReviewSince } from '../store/sessions.server.ts';

/**
 * API keys without their secrets, which are shown only once. After a reset of a lost password it
 * says since when they need a review.
 */
export const listKeys = operation({
	name: 'keys.list',
	http: { verb: 'GET', path: '/keys' },
	summary: 'List the API keys',
	effect: 'read',
	input: z.object({}),
	output: z.object({
		keys: z.array(key),
		/** when a password was reset by a link, while the keys are not reviewed */
		inQuestionSince: z.string().nullable()
	}),
	example: {},
	run: async ({ scope }) => ({
		keys: (await store.keysOf(scope)).map((row) => ({
			id: row.id,
			name: row.name,
			effects: z.array(keyEffects).parse(row.effects.split(' ')),
			madeAt: row.made_at,
			lastUsedAt: row.last_used_at
		})),
		inQuestionSince: await keyReviewSince(scope)
	})
});

/** Ends the review after a lost password: current keys stay. */
export const keepKeys = operation({
	name: 'keys.keep',
	http: { verb: 'POST', path: '/keys/keep' },
	summary: 'Confirm after a password reset that the remaining keys and passkeys are yours',
	effect: 'secure',
	input: z.object({}),
	output: z.object({}),
	example: {},
	said: 'Keys and passkeys confirmed',
	run: async ({ scope, logSecurity }) => {
		await closeKeyReview(scope);
		logSecurity('credential.kept', { credential: 'key' });
		return {};
	}
});

/** Makes an API key. Its secret is only in this output. @refuses `keys.too-many` beyond twenty */
export const addKey = operation({
	name: 'keys.add',
	http: { verb: 'POST', path: '/keys' },
	summary: 'Create an API key; it is shown only once',
	effect: 'secure',
	input: z.object({
		name: z.string().trim().min(1, 'Write a name for the key.').max(80, 'At most 80 characters.'),
		effects: z.array(keyEffects).min(1, 'Choose at least one permission.')
	}),
	output: z.object({ id: z.string(), key: z.string() }),
	example: { name: 'Spreadsheet', effects: ['read'] },
	run: async ({ scope, now, record, newId, logSecurity }, input) => {
		if ((await store.keysOf(scope)).length >= 20) {
			throw refuseConflict(
				'keys.too-many',
				'You already have twenty API keys, which is the maximum. No key was created. Delete a key you no longer use.'
			);
		}
		const secret = keyPrefix + newToken();
		const keyId = newId();
		await store.addKey(scope, {
			id: keyId,
			hash: hashToken(secret),
			name: input.name,
			effects: [...new Set(input.effects)].join(' '),
			made_at: now
		});
		record({ verb: 'keys.added', about: { kind: 'key', id: keyId } });
		logSecurity('credential.added', { credential: 'key', key: keyId });
		return { id: keyId, key: secret };
	}
});

/** Ends the review when no key and no passkey is left. */
async function closeEmptyReview(scope: Scope): Promise<void> {
	const left = [...(await store.keysOf(scope)), ...(await store.passkeysOf(scope))];
	if (left.length === 0) await closeKeyReview(scope);
}

/** Deletes an API key, effective at once. */
export const removeKey = operation({
	name: 'keys.remove',
	http: { verb: 'DELETE', path: '/keys/{id}' },
	summary: 'Delete an API key; it stops working at once',
	effect: 'secure',
	input: z.object({ id }),
	output: z.object({}),
	example: { id: exampleId },
	said: 'API key deleted',
	run: async ({ scope, record, logSecurity }, input) => {
		if ((await store.removeKey(scope, input.id)) === 0) throw missing('key');
		await closeEmptyReview(scope);
		record({ verb: 'keys.removed', about: { kind: 'key', id: input.id } });
		logSecurity('credential.removed', { credential: 'key', key: input.id });
		return {};
	}
});

/** The passkeys of the account, by name and date. */
export const listPasskeys = operation({
	name: 'passkeys.list',
	http: { verb: 'GET', path: '/passkeys' },
	summary: 'List the passkeys of the account',
	effect: 'read',
	input: z.object({}),
	output: z.object({ passkeys: z.array(passkey) }),
	example: {},
	run: async ({ scope }) => ({ passkeys: await store.passkeysOf(scope) })
});

/** Deletes a passkey; its device can no longer sign in with it. */
export const removePasskey = operation({
	name: 'passkeys.remove',
	http: { verb: 'DELETE', path: '/passkeys/{id}' },
	summary: 'Delete a passkey',
	effect: 'secure',
	input: z.object({ id }),
	output: z.object({}),
	example: { id: exampleId },
	said: 'Passkey deleted',
	run: async ({ scope, record, logSecurity }, input) => {
		if ((await store.removePasskey(scope, input.id)) === 0) throw missing('passkey');
		await closeEmptyReview(scope);
		record({ verb: 'passkeys.removed', about: { kind: 'passkey', id: input.id } });
		logSecurity('credential.removed', { credential: 'passkey' });
		return {};
	}
});
