import { z } from 'zod';
import { dayOf, daysBetween } from '#kernel/clock.ts';
import { missing, otherBody, refuse } from '#kernel/refusal.ts';
import { keyPrefix } from '#server/auth/key.ts';
import { operation, type AnyOperation } from '#server/perform.ts';
import { hashToken, newToken } from '#server/secrets.ts';
import {
	country,
	day,
	explorerName,
	id,
	key,
	keyEffects,
	passkey,
	profile,
	zone
} from './shapes.ts';
import * as store from './store.server.ts';

/** The explorer's profile, zone, holidays and pauses. */
export const seeProfile = operation({
	name: 'profile.see',
	http: { verb: 'GET', path: '/profile' },
	summary: 'See your profile, zone, holidays and pauses',
	effect: 'read',
	input: z.object({}),
	output: profile,
	example: {},
	run: async ({ scope }) => {
		const { name, email, introduction, zone, holidayCountry } = await store.workspaceOf(scope);
		return {
			name,
			email,
			introduction,
			zone,
			holidayCountry,
			holidays: await store.holidaysOf(scope),
			pauses: await store.pausesOf(scope)
		};
	}
});

/**
 * Changes name, introduction, zone or the country whose holidays count; what is left out stays.
 * Every waiting date follows from zone and holidays, so it moves at once.
 */
export const changeProfile = operation({
	name: 'profile.change',
	http: { verb: 'PATCH', path: '/profile' },
	summary: 'Change your name, introduction, zone or the country whose holidays count',
	effect: 'write',
	input: z.object({
		name: explorerName.optional(),
		introduction: z.string().trim().max(300, 'At most 300 characters.').optional(),
		zone: zone.optional(),
		holidayCountry: country.nullable().optional()
	}),
	output: z.object({}),
	example: { introduction: 'A bookkeeper who edits everything in reach', zone: 'Europe/Stockholm' },
	run: async ({ scope, queue, record }, input) => {
		await store.changeWorkspace(scope, {
			...(input.name === undefined ? {} : { explorer_name: input.name }),
			...(input.introduction === undefined ? {} : { introduction: input.introduction }),
			...(input.zone === undefined ? {} : { zone: input.zone }),
			...(input.holidayCountry === undefined ? {} : { holiday_country: input.holidayCountry })
		});
		// The former country's go at once: better none for a moment than the wrong ones for long.
		if (input.holidayCountry !== undefined) await store.replaceHolidays(scope, []);
		if (input.holidayCountry) {
			queue({ kind: 'profile.holidays', payload: { country: input.holidayCountry } });
		}
		record({ verb: 'profile.changed', about: { kind: 'workspace', id: scope.workspaceId } });
		return {};
	}
});

const longestPauseDays = 366;
const farthestPauseDays = 731;
const mostPauses = 100;

/**
 * Pauses the season from one date to another, both included; every waiting date shifts.
 * @refuses `pause.other-body` when the id is known with other dates; `season.too-far` beyond two
 * years; `season.too-many` beyond a hundred
 */
export const pauseSeason = operation({
	name: 'season.pause',
	http: { verb: 'POST', path: '/pauses' },
	summary: 'Pause the season; every waiting date shifts',
	effect: 'write',
	input: z
		.object({ id: id.optional(), from: day, until: day })
		.refine((pause) => pause.from <= pause.until, {
			path: ['until'],
			error: 'A pause ends on the day it begins or later.'
		})
		.refine((pause) => daysBetween(pause.from, pause.until) <= longestPauseDays, {
			path: ['until'],
			error: 'A pause lasts a year at most. Nothing was changed; a shorter one can be renewed.'
		}),
	output: z.object({ id: z.string() }),
	example: { from: '2026-12-21', until: '2027-01-03' },
	run: async ({ scope, now, record, newId }, input) => {
		const pauseId = input.id ?? newId();
		const pauses = await store.pausesOf(scope);
		const known = pauses.find((pause) => pause.id === pauseId);
		const away = daysBetween(dayOf(now, 'UTC'), input.until);
		if (Math.abs(away) > farthestPauseDays) {
			throw refuse(
				'invalid',
				'season.too-far',
				'A pause lies within two years of today. Nothing was changed. Choose nearer dates.',
				'until'
			);
		}
		if (!known && pauses.length >= mostPauses) {
			throw refuse(
				'conflict',
				'season.too-many',
				'A hundred pauses are kept at most. Nothing was changed. Take an old one back first.'
			);
		}
		if (known) {
			if (known.from === input.from && known.until === input.until) return { id: pauseId };
			throw otherBody('pause');
		}
		await store.addPause(scope, {
			id: pauseId,
			from: input.from,
			until: input.until,
			addedAt: now
		});
		record({ verb: 'season.paused', about: { kind: 'pause', id: pauseId } });
		return { id: pauseId };
	}
});

/** Takes a pause back; dates return to where they would be without it. */
export const resumeSeason = operation({
	name: 'season.resume',
	http: { verb: 'DELETE', path: '/pauses/{id}' },
	summary: 'Take a pause back',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({}),
	example: { id: '01938b6c-0000-7000-8000-000000000001' },
	run: async ({ scope, record }, input) => {
		if ((await store.removePause(scope, input.id)) === 0) throw missing('pause');
		record({ verb: 'season.resumed', about: { kind: 'pause', id: input.id } });
		return {};
	}
});

/** The keys that programs use; never the keys themselves, which are shown once. */
export const listKeys = operation({
	name: 'keys.list',
	http: { verb: 'GET', path: '/keys' },
	summary: 'List the keys that programs use',
	effect: 'read',
	input: z.object({}),
	output: z.object({ keys: z.array(key) }),
	example: {},
	run: async ({ scope }) => ({
		keys: (await store.keysOf(scope)).map((row) => ({
			id: row.id,
			name: row.name,
			effects: z.array(keyEffects).parse(row.effects.split(' ')),
			madeAt: row.made_at,
			lastUsedAt: row.last_used_at
		}))
	})
});

/**
 * Makes a key for a program. The key is in the answer and nowhere else afterwards.
 * @refuses `keys.too-many` beyond twenty
 */
export const addKey = operation({
	name: 'keys.add',
	http: { verb: 'POST', path: '/keys' },
	summary: 'Make a key for a program; it is shown once',
	effect: 'secure',
	input: z.object({
		name: z.string().trim().min(1, 'Say what the key is for.').max(80, 'At most 80 characters.'),
		effects: z.array(keyEffects).min(1, 'Choose at least one thing it may do.')
	}),
	output: z.object({ id: z.string(), key: z.string() }),
	example: { name: 'Spreadsheet', effects: ['read'] },
	run: async ({ scope, now, record, newId }, input) => {
		if ((await store.keysOf(scope)).length >= 20) {
			throw refuse(
				'conflict',
				'keys.too-many',
				'Twenty keys are the most. Nothing was made. Take one back that you no longer use.'
			);
		}
		const secret = keyPrefix + newToken();
		const keyId = newId();
		const effects = [...new Set(input.effects)].join(' ');
		await store.addKey(scope, {
			id: keyId,
			hash: hashToken(secret),
			name: input.name,
			effects,
			madeAt: now
		});
		record({ verb: 'keys.added', about: { kind: 'key', id: keyId } });
		return { id: keyId, key: secret };
	}
});

/** Takes a key back; it stops working at once. */
export const removeKey = operation({
	name: 'keys.remove',
	http: { verb: 'DELETE', path: '/keys/{id}' },
	summary: 'Take a key back; it stops working at once',
	effect: 'secure',
	input: z.object({ id }),
	output: z.object({}),
	example: { id: '01938b6c-0000-7000-8000-000000000001' },
	run: async ({ scope, record }, input) => {
		if ((await store.removeKey(scope, input.id)) === 0) throw missing('key');
		record({ verb: 'keys.removed', about: { kind: 'key', id: input.id } });
		return {};
	}
});

/** The passkeys of the account, by name and date. */
export const listPasskeys = operation({
	name: 'passkeys.list',
	http: { verb: 'GET', path: '/passkeys' },
	summary: 'List the passkeys that sign you in',
	effect: 'read',
	input: z.object({}),
	output: z.object({ passkeys: z.array(passkey) }),
	example: {},
	run: async ({ scope }) => ({ passkeys: await store.passkeysOf(scope) })
});

/** Takes a passkey away; the device that holds it no longer signs in. */
export const removePasskey = operation({
	name: 'passkeys.remove',
	http: { verb: 'DELETE', path: '/passkeys/{id}' },
	summary: 'Take a passkey away',
	effect: 'secure',
	input: z.object({ id }),
	output: z.object({}),
	example: { id: '01938b6c-0000-7000-8000-000000000001' },
	run: async ({ scope, record }, input) => {
		if ((await store.removePasskey(scope, input.id)) === 0) throw missing('passkey');
		record({ verb: 'passkeys.removed', about: { kind: 'passkey', id: input.id } });
		return {};
	}
});

/** Ends the account with everything in it. There is no way back but a back-up. */
export const eraseAccount = operation({
	name: 'account.erase',
	http: { verb: 'DELETE', path: '/account' },
	summary: 'End the account with everything in it',
	effect: 'secure',
	input: z.object({
		email: z.string('Type your e-mail address, so that this does not happen by accident.')
	}),
	output: z.object({}),
	example: { email: 'mara@lindqvist.example' },
	run: async ({ scope }, input) => {
		const { email } = await store.workspaceOf(scope);
		if (input.email.trim().toLowerCase() !== email.toLowerCase()) {
			throw refuse(
				'invalid',
				'account.other-email',
				'This is not the address of this account. Nothing was erased.',
				'email'
			);
		}
		await store.eraseAccount(scope);
		return {};
	}
});

export const accountOperations = [
	seeProfile,
	changeProfile,
	pauseSeason,
	resumeSeason,
	listKeys,
	addKey,
	removeKey,
	listPasskeys,
	removePasskey,
	eraseAccount
] as AnyOperation[];
