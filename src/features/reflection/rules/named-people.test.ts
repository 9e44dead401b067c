import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namedText, nameAndPlace, namesToOffer } from './named-people.ts';

test('name and place are split at the first comma', () => {
	expect(nameAndPlace('Bettina Oyelaran, Toronto, Canada')).toEqual({
		name: 'Bettina Oyelaran',
		place: 'Toronto, Canada'
	});
	expect(nameAndPlace('Bettina')).toEqual({ name: 'Bettina', place: '' });
	expect(nameAndPlace(', Toronto')).toEqual({ name: ', Toronto', place: '' });
});

test('a noted name is offered once, until it is among the named', () => {
	const noted = ['Bettina Oyelaran, Toronto', 'bettina oyelaran', 'Karin'];
	expect(namesToOffer(noted, [])).toEqual(['Bettina Oyelaran, Toronto', 'Karin']);
	expect(namesToOffer(noted, ['Bettina  Oyelaran'])).toEqual(['Karin']);
});

test('what is offered was noted, and nothing is offered twice', () => {
	fc.assert(
		fc.property(fc.array(fc.string()), fc.array(fc.string()), (noted, named) => {
			const offered = namesToOffer(noted, named);
			for (const each of offered) expect(noted).toContain(each);
			expect(namesToOffer(noted, [...named, ...offered])).toEqual([]);
		})
	);
});

test('a name is one line and has a letter', () => {
	expect(namedText(' Karin \n Ekblad')).toBe('Karin Ekblad');
	expect(() => namedText(' … ')).toThrow('namedPeople.empty');
});

test('a name of signs alone is compared as written', () => {
	expect(namesToOffer(['🌸, Toronto', '🌼, Lund', '🌸', '…'], [])).toEqual([
		'🌸, Toronto',
		'🌼, Lund'
	]);
});
