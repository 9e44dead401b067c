import { expect, test } from 'vitest';
import { callLink } from './call-link.ts';

test.each([
	['phone', '+351 21 555 0142', 'tel:+351215550142'],
	['phone', '(031) 555-0142', 'tel:0315550142'],
	['video', 'https://meet.example/abc', 'https://meet.example/abc'],
	['video', 'http://meet.example/abc', undefined],
	['video', 'javascript:alert(1)', undefined],
	['phone', 'Inês calls me', undefined],
	['in-person', 'https://maps.example/x', undefined],
	['in-person', 'Café da Praça', undefined],
	['phone', '', undefined]
] as const)('%s at "%s"', (medium, place, link) => {
	expect(callLink(medium, place)).toBe(link);
});
