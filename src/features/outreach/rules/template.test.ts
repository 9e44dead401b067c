import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkMessage } from './check.ts';
import { fillTemplate, openPlaceholders, placeholders } from './template.ts';
import { followUpTemplate, requestTemplates } from './templates.ts';

const joan = Object.fromEntries(placeholders.map(({ name, example }) => [name, example]));
const ned = {
	partner: 'Mr Fernside',
	theme: 'stone masonry',
	connection: "The stonemasons' school gave me your name",
	'why you': 'you did the cathedral apprenticeship as an adult, with children at home',
	minutes: '20',
	medium: 'in person',
	week: 'the first week of March',
	goal: 'how you got through the second winter',
	'asked on': '3 February',
	me: 'Ned Garrow'
};
const templates = [
	...Object.entries(requestTemplates).map(([channel, template]) => ({
		name: channel,
		purpose: 'request' as const,
		template
	})),
	{ name: 'follow-up', purpose: 'follow-up' as const, template: followUpTemplate }
];

for (const { name, purpose, template } of templates) {
	test(`the ${name} template, filled, has nothing to put right`, () => {
		for (const facts of [joan, ned]) {
			const subject = fillTemplate(template.subject, facts);
			const body = fillTemplate(template.body, facts);
			const check = checkMessage({ purpose, subject, body });
			expect(check.findings).toEqual([]);
			expect(check.wordCount).toBeGreaterThanOrEqual(50);
			expect(check.wordCount).toBeLessThanOrEqual(125);
			expect(openPlaceholders(subject + body)).toEqual([]);
		}
	});

	test(`the ${name} template, half filled, keeps what is unknown in sight`, () => {
		const known = { ...joan, goal: undefined };
		const body = fillTemplate(template.body, known);
		expect(openPlaceholders(body)).toEqual(['goal']);
		const found = checkMessage({ purpose, subject: 'Fifteen minutes about bees', body }).findings;
		expect(found.map((finding) => [finding.code, finding.quote])).toContainEqual([
			'placeholder',
			'{{goal}}'
		]);
	});

	test(`the ${name} template asks only for what is explained`, () => {
		const known = placeholders.map((placeholder) => placeholder.name);
		for (const open of openPlaceholders(template.subject + template.body)) {
			expect(known).toContain(open);
		}
	});
}

test('spaces and capitals in a placeholder do not matter', () => {
	expect(fillTemplate('{{ Why  You }} / {{me}}', { 'why you': 'the bells', me: ' Ned ' })).toBe(
		'the bells / Ned'
	);
});

test('a blank fact and an inherited name are unknown', () => {
	expect(fillTemplate('{{me}} {{constructor}}', { me: ' ' })).toBe('{{me}} {{constructor}}');
});

test('a value is put in as it is', () => {
	expect(fillTemplate('{{me}}', { me: '$& {{theme}}', theme: 'bees' })).toBe('$& {{theme}}');
});

test('no sentence is dropped for any set of facts', () => {
	const facts = fc.dictionary(
		fc.constantFrom(...placeholders.map(({ name }) => name)),
		fc.option(fc.string(), { nil: undefined })
	);
	fc.assert(
		fc.property(facts, fc.constantFrom(...templates), (known, { template }) => {
			const filled = fillTemplate(template.body, known);
			for (const fixed of template.body.split(/\{\{[^}]*\}\}/)) expect(filled).toContain(fixed);
			for (const name of openPlaceholders(template.body)) {
				if (!known[name]?.trim()) expect(openPlaceholders(filled)).toContain(name);
			}
		})
	);
});
