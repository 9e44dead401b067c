import { expect, test } from 'vitest';
import { placeLink } from './place-link.ts';

test.each([
	['video', 'https://meet.example/x', 'https://meet.example/x'],
	['phone', '+351 21 000 00-00', 'tel:+351210000000'],
	['phone', 'I call +351 21 000 0000', null],
	['in-person', '12 345 678', null],
	['video', 'javascript:alert(1)', null],
	['phone', '', null]
] as const)('%s at "%s" leads to %s', (medium, place, link) => {
	expect(placeLink({ medium, place })).toBe(link);
});
