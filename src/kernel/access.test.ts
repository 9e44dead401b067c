import { expect, test } from 'vitest';
import { can, type Actor, type Effect } from './access.ts';

const nobody: Actor = { kind: 'nobody' };
const fresh: Actor = { kind: 'explorer', userId: 'u', fresh: true };
const stale: Actor = { kind: 'explorer', userId: 'u', fresh: false };
const key: Actor = {
	kind: 'key',
	keyId: 'k',
	effects: ['read', 'draft', 'write', 'send', 'secure']
};
const reader: Actor = { kind: 'key', keyId: 'k', effects: ['read'] };
const host: Actor = { kind: 'host' };

test.each<[string, Actor, Record<Effect, string>]>([
	[
		'nobody',
		nobody,
		{ read: 'sign-in', draft: 'sign-in', write: 'sign-in', send: 'sign-in', secure: 'sign-in' }
	],
	['an explorer', fresh, { read: 'yes', draft: 'yes', write: 'yes', send: 'yes', secure: 'yes' }],
	[
		'an explorer of an hour ago',
		stale,
		{ read: 'yes', draft: 'yes', write: 'yes', send: 'yes', secure: 'sign-in-again' }
	],
	[
		'a key, whatever it was given',
		key,
		{ read: 'yes', draft: 'yes', write: 'yes', send: 'no', secure: 'no' }
	],
	['a key that reads', reader, { read: 'yes', draft: 'no', write: 'no', send: 'no', secure: 'no' }],
	['the host', host, { read: 'yes', draft: 'yes', write: 'yes', send: 'yes', secure: 'yes' }]
])('%s', (_, actor, expected) => {
	for (const [effect, answer] of Object.entries(expected)) {
		expect([effect, can(actor, effect as Effect)]).toEqual([effect, answer]);
	}
});
