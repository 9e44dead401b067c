import { expect, test } from 'vitest';
import { refuseCrossSite } from './cross-site.ts';
import { localPath } from './local-path.ts';

const origin = 'https://imago.example';
const ask = (method: string, headers: Record<string, string>): number | undefined =>
	refuseCrossSite(new Request(`${origin}/x`, { method, headers }), origin)?.status;

test.each([
	['GET', { 'sec-fetch-site': 'cross-site' }, undefined],
	['POST', { 'sec-fetch-site': 'same-origin' }, undefined],
	['POST', { 'sec-fetch-site': 'same-site', origin }, 403],
	['POST', { 'sec-fetch-site': 'cross-site', origin }, 403],
	['DELETE', { 'sec-fetch-site': 'none' }, 403],
	['POST', { origin }, undefined],
	['POST', { origin: 'https://imago.example.evil.example' }, 403],
	['POST', { origin: 'null' }, 403],
	['POST', { 'x-nothing': '1' }, undefined]
])('%s with %o', (method, headers, expected) => {
	expect(ask(method, headers as Record<string, string>)).toBe(expected);
});

test.each([
	['/people?words=a#b', '/people?words=a#b'],
	['//evil.example', '/'],
	['/.//evil.example', '/'],
	['/a/..//evil.example', '/'],
	['/\\evil.example', '/'],
	['https://evil.example', '/'],
	['javascript:alert(1)', '/'],
	[null, '/'],
	['', '/']
])('%s leads to %s', (given, expected) => {
	expect(localPath(given)).toBe(expected);
});
