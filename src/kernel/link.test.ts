import { expect, test } from 'vitest';
import { safeLink } from './link.ts';

test.each([
	'https://harbour.example/people?page=2#joan',
	'http://harbour.example/',
	'HTTPS://harbour.example/',
	'https://münchen.example/straße'
])('%s may be linked to', (text) => {
	expect(safeLink(text)).toBe(new URL(text).href);
});

test.each([
	'javascript:alert(1)',
	'JaVaScRiPt:alert(1)',
	' javascript:alert(1)',
	'java\nscript:alert(1)',
	'javascript://harbour.example/%0aalert(1)',
	'data:text/html,<script>alert(1)</script>',
	'vbscript:msgbox(1)',
	'file:///etc/passwd',
	'//harbour.example/',
	'/settings',
	'https://mara:secret@harbour.example/',
	'https://',
	''
])('%j may not', (text) => {
	expect(safeLink(text)).toBeUndefined();
});
