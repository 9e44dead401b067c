import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, WrongConfig } from './config.ts';

test('the defaults: this machine only, an optional second factor', () => {
	expect(readConfig({})).toMatchObject({
		host: '127.0.0.1',
		port: 4321,
		origin: 'http://127.0.0.1:4321',
		secondFactor: 'optional',
		trustedProxies: []
	});
});

test('an empty value counts as not set', () => {
	expect(readConfig({ PORT: '', IMAGO_SIGNUP: '' }).port).toBe(4321);
});

test('another host is accepted with https', () => {
	const config = readConfig({ HOST: '0.0.0.0', IMAGO_ORIGIN: 'https://imago.example/' });
	expect(config.origin).toBe('https://imago.example');
});

test('every wrong value is named at once', () => {
	const wrong = () => readConfig({ PORT: '99999', IMAGO_LOG: 'loud', IMAGO_COLOUR: 'red' });
	expect(wrong).toThrow(WrongConfig);
	expect(wrong).toThrow(/PORT is "99999"/);
	expect(wrong).toThrow(/IMAGO_LOG is "loud"/);
	expect(wrong).toThrow(/IMAGO_COLOUR is not a setting/);
});

test('allowed private addresses are a list, and anything else refuses the start', () => {
	expect(readConfig({ IMAGO_OUTBOUND_ALLOW: '10.0.0.0/8, fd00::/8,' }).outboundAllow).toEqual([
		'10.0.0.0/8',
		'fd00::/8'
	]);
	expect(() => readConfig({ IMAGO_OUTBOUND_ALLOW: 'intranet' })).toThrow(/IMAGO_OUTBOUND_ALLOW/);
});

test('how often one key may ask is a number of requests in a minute', () => {
	expect(readConfig({}).keyRequests).toBe(600);
	expect(readConfig({ IMAGO_KEY_REQUESTS: '50' }).keyRequests).toBe(50);
	for (const wrong of ['0', '-1', '1.5', 'many', '10000000']) {
		expect(() => readConfig({ IMAGO_KEY_REQUESTS: wrong })).toThrow(/IMAGO_KEY_REQUESTS is/);
	}
});

test('events are kept without a limit, or for a number of days', () => {
	expect(readConfig({}).auditEventsKeepDays).toBeUndefined();
	expect(readConfig({ IMAGO_AUDIT_EVENTS_KEEP_DAYS: '365' }).auditEventsKeepDays).toBe(365);
	for (const wrong of ['0', '-1', '1.5', 'a year', '100000']) {
		expect(() => readConfig({ IMAGO_AUDIT_EVENTS_KEEP_DAYS: wrong })).toThrow(
			/IMAGO_AUDIT_EVENTS_KEEP_DAYS is .*number of days/
		);
	}
});

test('a list of breached passwords must be there, and in an order that can be searched', () => {
	const folder = mkdtempSync(join(tmpdir(), 'imago-config-'));
	const list = join(folder, 'list.txt');
	const start = () => readConfig({ IMAGO_PASSWORD_BLOCKLIST: list }).passwordBlocklist;
	expect(start).toThrow(/IMAGO_PASSWORD_BLOCKLIST is .*no file that Imago can read/);
	writeFileSync(list, 'one password a line\nanother\n');
	expect(start()).toBe(list);
	const hashes = Array.from({ length: 200 }, (_, at) =>
		at.toString(16).toUpperCase().padStart(40, '0')
	);
	writeFileSync(list, hashes.join('\n'));
	expect(start()).toBe(list);
	writeFileSync(list, hashes.toReversed().join('\n'));
	expect(start).toThrow(/must be in their order/);
	rmSync(folder, { recursive: true });
});

test('open sign-up refuses the start while there is no mail to confirm an address with', () => {
	expect(() => readConfig({ IMAGO_SIGNUP: 'open' })).toThrow(
		/IMAGO_SIGNUP is "open": open sign-up needs mail; leave it closed and invite/
	);
	expect(readConfig({ IMAGO_SIGNUP: 'closed' }).port).toBe(4321);
	expect(readConfig({ IMAGO_SECOND_FACTOR: 'required' }).secondFactor).toBe('required');
	expect(() => readConfig({ IMAGO_SECOND_FACTOR: 'yes' })).toThrow(/must be optional or required/);
});
