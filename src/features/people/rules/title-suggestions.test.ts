import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '#method/folding.ts';
import { lexicon } from './lexicon.ts';
import { stemsOf } from './stems.ts';
import { keyOf, mostSuggested, suggestTitles, type KnownTitle } from './title-suggestions.ts';

test.each([
	['editing', 'editor'],
	['teaching', 'teachers'],
	['nursing', 'Nurse'],
	['translation', 'translator'],
	['photography', 'photographer'],
	['psychology', 'psychologist'],
	['carpentry', 'carpenter'],
	['baking', 'bakery'],
	['law', 'lawyer'],
	['architecture', 'architect'],
	['music', 'musician'],
	['libraries', 'librarian']
])('%s and %s are about the same', (one, other) => {
	expect(stemsOf(one)).toEqual(stemsOf(other));
});

test('words of rank are ignored unless there are no others', () => {
	expect(stemsOf('Senior editor of the magazine')).toEqual(['edit', 'magazin']);
	expect(stemsOf('Manager')).toEqual(['manag']);
	expect(stemsOf('編集者')).toEqual(['編集者']);
});

describe('the project’s own lexicon', () => {
	const titles = lexicon.map(({ title }) => fold(title));

	test('is as large as it says, each title once, in some thirty families', () => {
		expect(titles.length).toBeGreaterThanOrEqual(150);
		expect(titles.length).toBeLessThanOrEqual(300);
		expect(new Set(titles).size).toBe(titles.length);
		const families = new Set(lexicon.map(({ family }) => family));
		expect(families.size).toBeGreaterThanOrEqual(28);
	});

	test('everybody finds something near one of its titles', () => {
		for (const { title } of lexicon) {
			expect([title, suggestTitles({ title, titles: '' }, lexicon).length > 2]).toEqual([
				title,
				true
			]);
		}
	});

	test.each([
		['Magazine editing', ['Magazine editor', 'Editor']],
		['Career coaching', ['Career coach', 'Career counsellor']],
		['Landscape gardening', ['Landscape gardener']],
		['Making music for films', ['Film composer', 'Musician']],
		['Boat building', ['Boat builder']]
	])('near %s stand %s', (title, expected) => {
		const suggested = suggestTitles({ title, titles: '' }, lexicon).map((each) => each.title);
		for (const each of expected) expect(suggested).toContain(each);
	});
});

test.each([
	['Technical writing', ['Technical writer', 'Writer'], ['Chef', 'Baker', 'Food writer']],
	[
		'School counselling',
		['School counsellor', 'Career counsellor'],
		['Forest school leader', 'School nurse', 'Primary school teacher']
	],
	['Data science', ['Data scientist', 'Data analyst'], ['Science writer']],
	['Film making', ['Film director', 'Film composer'], ['Violin maker', 'Furniture maker']],
	['Urban planning', ['Urban planner', 'Architect'], ['Wedding planner', 'Logistics planner']],
	['Translating books', ['Translator'], ['Rare books curator', 'Bookbinder']],
	['Human rights law', ['Human rights adviser', 'Lawyer'], ['Human resources manager']],
	['Boat building', ['Boat builder', 'Carpenter'], ['Building surveyor']],
	['Forestry and climate', ['Forester', 'Climate scientist'], ['Forest school leader']],
	['Software for health care', ['Software engineer'], ['Chef']]
])('near %s stand %s, never %s', (title, expected, odd) => {
	const suggested = suggestTitles({ title, titles: '' }, lexicon).map((each) => each.title);
	expect(suggested).toEqual(expect.arrayContaining(expected));
	expect(suggested.filter((each) => odd.includes(each))).toEqual([]);
});

test('lists, abbreviations and plurals are not suggested', () => {
	const known = ['Editor', 'Editors', 'Editor, film', 'EDITOR', 'Film editors', 'Film editor'];
	const suggested = suggestTitles(
		{ title: 'Editing', titles: 'Film editor' },
		known.map((title) => ({ title, family: 'one' }))
	);
	expect(suggested.map(({ title }) => title)).toEqual(['Editor']);
});

test('the family of a title that stands on the theme is looked through', () => {
	const suggested = suggestTitles({ title: 'Boat building', titles: 'Boat builder' }, lexicon);
	expect(suggested.map(({ family }) => family)).toContain('Crafts and making');
});

const word = fc.constantFrom(
	'editor',
	'magazine',
	'copy',
	'photo',
	'chief',
	'boat',
	'builder',
	'Écrivain',
	'編集'
);
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const knownTitle: fc.Arbitrary<KnownTitle> = fc.oneof(
	fc.record({ title: phrase, family: fc.constantFrom('one', 'two', 'three') }),
	fc.record({ title: phrase, family: fc.constantFrom('one', 'four'), lexicon: fc.constant('Big') })
);
const anyTheme = fc.record({
	title: fc.oneof(phrase, fc.string()),
	titles: fc.array(phrase, { maxLength: 4 }).map((titles) => titles.join(', '))
});

describe('whatever the theme and whatever is known', () => {
	test('at most twelve, each once, none that stands there already', () => {
		fc.assert(
			fc.property(anyTheme, fc.array(knownTitle, { maxLength: 60 }), (theme, known) => {
				const keys = suggestTitles(theme, known).map(({ title }) => fold(title));
				expect(keys.length).toBeLessThanOrEqual(mostSuggested);
				expect(new Set(keys).size).toBe(keys.length);
				const own = theme.titles.split(', ').map(fold);
				expect(keys.filter((key) => own.includes(key))).toEqual([]);
			})
		);
	});

	test('the order in which titles are known changes nothing of what is suggested first', () => {
		fc.assert(
			fc.property(anyTheme, fc.array(knownTitle, { maxLength: 40 }), (theme, known) => {
				const there = suggestTitles(theme, known).map(({ title }) => fold(title));
				const back = suggestTitles(theme, known.toReversed()).map(({ title }) => fold(title));
				expect(back[0]).toBe(there[0]);
				expect(back.length).toBe(there.length);
			})
		);
	});

	test('a title of exactly the theme’s words stands first', () => {
		fc.assert(
			fc.property(phrase, fc.array(knownTitle, { maxLength: 60 }), (title, known) => {
				const wanted = stemsOf(title);
				const first = suggestTitles({ title, titles: '' }, known)[0];
				const whole = known.find((each) => stemsOf(each.title).join() === wanted.join());
				if (whole) expect(stemsOf(first?.title ?? '').toSorted()).toEqual(wanted.toSorted());
			})
		);
	});

	test('listing a suggested title takes none of the others away', () => {
		fc.assert(
			fc.property(
				anyTheme,
				fc.array(knownTitle, { maxLength: 60 }),
				fc.nat(),
				(theme, known, index) => {
					const before = suggestTitles(theme, known).map(({ title }) => title);
					const added = before[index % Math.max(1, before.length)];
					if (added === undefined) return;
					const titles = [theme.titles, added].filter(Boolean).join(', ');
					const after = suggestTitles({ ...theme, titles }, known).map(({ title }) => title);
					const others = before.filter((title) => keyOf(title) !== keyOf(added));
					expect(after).toEqual(expect.arrayContaining(others));
				}
			)
		);
	});

	test('a suggestion without its words shares a family with one that has them', () => {
		fc.assert(
			fc.property(phrase, fc.array(knownTitle, { maxLength: 60 }), (title, known) => {
				const wanted = stemsOf(title);
				const holds = (each: KnownTitle) =>
					stemsOf(each.title).some((stem) => wanted.includes(stem));
				const families = new Set(known.filter(holds).map(({ family }) => family));
				for (const each of suggestTitles({ title, titles: '' }, known)) {
					expect(holds(each) || families.has(each.family)).toBe(true);
				}
			})
		);
	});
});
