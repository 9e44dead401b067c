import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	addressIn,
	consultationText,
	nameIn,
	shareableNow,
	shares,
	shareText,
	usualShares,
	type Shareable
} from './consultation.ts';

/** Every value is unique, so that a text containing one was given it. */
const known: Shareable = {
	themes: [
		{ title: 'THEMES Magazine', activity: 'DESCRIPTIONS cut', setting: '', pull: 'words' },
		{ title: 'THEMES Writing', activity: '', setting: '', pull: '' }
	],
	readiness: { verdict: 'almost', open: ['soft-fear', 'unheard-of'] },
	interests: ['INTERESTS order'],
	strengths: ['STRENGTHS calm'],
	values: ['VALUES care'],
	criteria: [{ text: 'CRITERIA four days', isDealBreaker: true }]
};
const nothing: Shareable = {
	themes: [],
	readiness: { verdict: 'too-soon', open: [] },
	interests: [],
	strengths: [],
	values: [],
	criteria: []
};

test('the text holds what was chosen and nothing else', () => {
	fc.assert(
		fc.property(fc.subarray([...shares]), (chosen) => {
			const text = consultationText('Ulla Berg', chosen, known, 'Mara Lindqvist');
			for (const share of shares) {
				const mark = share === 'readiness' ? 'almost ready' : share.toUpperCase();
				// A theme's description is shown under its title.
				const included =
					chosen.includes(share) || (share === 'themes' && chosen.includes('descriptions'));
				expect([share, text.includes(mark)]).toEqual([share, included]);
			}
			expect(text).toMatch(/^Hello Ulla Berg,\n/);
			expect(text).toMatch(/Mara Lindqvist$/);
		})
	);
});

test('only titles are chosen beforehand, and only what exists is offered', () => {
	expect(usualShares).toEqual(['themes']);
	expect(shareableNow(known)).toEqual([...shares]);
	expect(shareableNow(nothing)).toEqual(['readiness']);
	expect(consultationText('', ['themes', 'values'], nothing, 'M')).not.toContain(
		'Here is where I am now'
	);
	expect(Object.keys(shareText)).toEqual([...shares]);
});

test.each([
	['Ulla Berg', 'Ulla Berg', undefined],
	['ulla@post.example', '', 'ulla@post.example'],
	['Ulla Berg <ulla@post.example>', 'Ulla Berg', 'ulla@post.example'],
	['Ulla, ulla@post.example', 'Ulla', 'ulla@post.example']
])('%s', (coach, name, address) => {
	expect(nameIn(coach)).toBe(name);
	expect(addressIn(coach)).toBe(address);
});

test('what is open is said in the explorer’s own voice', () => {
	const text = consultationText('U', ['readiness'], known, 'M');
	expect(text).toContain(
		'I am almost ready to ask people about their work. I am afraid of making the wrong choice.'
	);
	expect(text).not.toMatch(/unheard|undefined|\byour (?:own|themes)/);
});

test('a deal-breaker is said as one', () => {
	expect(consultationText('U', ['criteria'], known, 'M')).toContain(
		'What I need from my work: CRITERIA four days (essential).'
	);
});
