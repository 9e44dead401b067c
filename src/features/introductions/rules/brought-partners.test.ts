import fc from 'fast-check';
import { expect, test } from 'vitest';
import { broughtPartnersOf, partnerStateLabels } from './brought-partners.ts';

const instant = '2026-11-23T08:00:00.000Z';
const through = fc.record({
	id: fc.uuid(),
	name: fc.string(),
	agreedAt: fc.constantFrom(null, instant),
	heldAt: fc.constantFrom(null, instant),
	closedAt: fc.constantFrom(null, instant),
	connectorId: fc.constantFrom('a', 'b', 'c', 'd'),
	connectorName: fc.constant('Karin Ekblad'),
	themeTitle: fc.constant('Magazine editing'),
	themeSeat: fc.constantFrom(1, null)
});
const lists = fc.tuple(fc.array(through), fc.array(through));

test('each partner is listed once under their connector, most partners first', () => {
	fc.assert(
		fc.property(lists, ([came, offered]) => {
			const connectors = broughtPartnersOf(came, offered);
			const sizes = connectors.map(({ partners }) => partners.length);
			expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
			expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(came.length + offered.length);
			for (const { id, partners } of connectors) {
				for (const { key, href } of partners) {
					const own = [...came, ...offered].filter((each) => each.id === key);
					expect(own.some((each) => each.connectorId === id)).toBe(true);
					expect(href).toMatch(/^\/(interviews|introductions)\//);
				}
			}
		})
	);
});

test('held takes precedence over agreed, and offered counts as not agreed', () => {
	const base = {
		id: 'i',
		name: 'Joan',
		agreedAt: null,
		heldAt: null,
		closedAt: null,
		connectorId: 'k',
		connectorName: 'Karin',
		themeTitle: 'T',
		themeSeat: 1
	};
	const state = (dates: Partial<Record<'agreedAt' | 'heldAt' | 'closedAt', string>>) =>
		broughtPartnersOf([{ ...base, ...dates }], [])[0]?.partners[0]?.state;
	expect(state({})).toBe('asked');
	expect(state({ agreedAt: instant })).toBe('agreed');
	expect(state({ heldAt: instant })).toBe('talked');
	expect(state({ closedAt: instant })).toBe('closed');
	expect(state({ agreedAt: instant, closedAt: instant })).toBe('closed');
	expect(state({ heldAt: instant, closedAt: instant })).toBe('talked');
	expect(broughtPartnersOf([], [{ ...base, agreedAt: instant }])[0]?.partners[0]).toMatchObject({
		state: 'asked',
		href: '/introductions/i'
	});
	expect([partnerStateLabels.talked, partnerStateLabels.closed]).toEqual(['Interviewed', 'Closed']);
});
