import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkMessage } from '#features/outreach/rules/check.ts';
import {
	requestQuestion,
	introductionRequestText,
	blurb,
	foundThroughText,
	guestText,
	openingLine,
	schoolText
} from './texts.ts';

const facts = {
	theme: {
		title: 'Magazine editing',
		activity: 'Choosing, cutting and ordering what others wrote',
		setting: 'Small teams, print and online.'
	},
	explorer: { name: 'Mara Lindqvist', introduction: 'A bookkeeper who edits everything in reach' }
};

test('the question is the one of the method, with the theme inside a sentence', () => {
	expect(requestQuestion('Magazine editing')).toBe(
		'Do you know someone connected to magazine editing?'
	);
	expect(requestQuestion('UX research')).toContain('to UX research?');
});

test('the blurb can be forwarded as it stands: who, why, how long, how, and not a job', () => {
	const words = blurb(facts);
	expect(words).toContain(
		'My name is Mara Lindqvist. A bookkeeper who edits everything in reach. '
	);
	expect(words).toContain(
		'What I have in mind: Choosing, cutting and ordering what others wrote. Small teams'
	);
	expect(words).toMatch(/15 minutes by phone or in person/);
	expect(words).toMatch(/not asking for a job/);
	const { findings } = checkMessage({
		purpose: 'request',
		subject: 'Fifteen minutes about magazine editing',
		body: words,
		partnerName: 'Joan'
	});
	expect(findings.filter(({ code }) => /job|minutes|medium|placeholder/.test(code))).toEqual([]);
});

test('an introduction request offers to ask first, to forward, to pass on, or to decline', () => {
	const text = introductionRequestText(facts);
	expect(text).toContain(`“${blurb(facts)}”`);
	for (const way of [/ask them first/, /forward this/, /pass my question on/, /perfectly fine/]) {
		expect(text).toMatch(way);
	}
});

test('an administrator is asked for alumni, the training, and how it serves them now', () => {
	const school = {
		name: 'Nordic Editing School',
		training: 'The copy course',
		administrator: 'Else'
	};
	const text = schoolText(facts, school);
	expect(text).toMatch(/^Hello Else,/);
	expect(text).toContain('the copy course at Nordic Editing School keeps');
	expect(text).toMatch(/connect me with one or two alumni/);
	expect(text).toMatch(/what the training was like, and how it helps them in their work now/);
	expect(schoolText(facts, { ...school, training: '', administrator: '' })).toMatch(
		/^Hello,[^]*the training at Nordic Editing School keeps/
	);
});

test('an association is asked for a place as a guest, and the opening line asks about them', () => {
	const text = guestText(facts, {
		title: 'the autumn evening',
		day: '3 December',
		association: 'the Guild'
	});
	expect(text).toContain(
		'the autumn evening on 3 December, organised by the Guild. May I attend as a guest?'
	);
	expect(openingLine('Magazine editing')).toMatch(
		/magazine editing is really like\. What brought you to this work\?$/
	);
	expect(foundThroughText.introduced('Karin Ekblad')).toBe('Karin Ekblad thought we should meet');
});

test('texts have no gaps for unknown facts', () => {
	const words = fc.string({ maxLength: 40 });
	fc.assert(
		fc.property(words, words, words, words, (activity, setting, introduction, training) => {
			const each = {
				theme: { title: 'Editing', activity, setting },
				explorer: { name: 'M', introduction }
			};
			const school = { name: 'S', training, administrator: '' };
			for (const text of [introductionRequestText(each), schoolText(each, school)]) {
				expect(text).not.toMatch(/undefined|\[object/);
				expect(text.trim()).toBe(text);
			}
		})
	);
});
