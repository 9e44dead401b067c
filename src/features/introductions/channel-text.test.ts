import { expect, test } from 'vitest';
import {
	recipientText,
	requestSummary,
	eventText,
	followUpsText,
	introductionText,
	schoolRowText
} from './channel-text.ts';
import type {
	Recipient,
	IntroductionRequest,
	AssociationEvent,
	Introduction,
	School
} from './schemas.ts';

const moment = { today: '2026-11-23', zone: 'Europe/Stockholm' };
const at = '2026-11-16T09:00:00.000Z';
const none = { people: 0, asked: 0, introduced: 0, notNow: 0, passedOn: 0, introductions: 0 };
const request = (
	counts: Partial<IntroductionRequest['counts']>,
	endedAt: string | null = null
): IntroductionRequest => ({
	id: 'a',
	question: 'Do you?',
	theme: { id: 't', title: 'Magazine editing', seat: 1 },
	draftedAt: at,
	askedAt: at,
	endedAt,
	counts: { ...none, ...counts }
});

test.each([
	[request({}), 'Draft written. No people added yet.'],
	[request({ people: 1 }), '1 person added, no one asked yet.'],
	[
		request({ people: 9, asked: 9, introduced: 3, notNow: 2, passedOn: 1 }),
		'You asked 9 people, the first on Monday 16 November. 3 introduced someone, 2 said “not now”, 1 passed it on, 3 have not answered.'
	],
	[
		request({ people: 1, asked: 1, notNow: 1 }, at),
		'You asked 1 person on Monday 16 November. 1 said “not now”. Request ended.'
	]
])('an introduction request says what came of it', (row, words) => {
	expect(requestSummary(row, moment)).toBe(words);
});

test('the text of an asked person names their state', () => {
	const person: Recipient = {
		id: 'p',
		personId: 'q',
		name: 'Helen',
		line: '',
		email: null,
		mustNotBeContacted: false,
		askedAt: null,
		answeredAt: null,
		answer: null
	};
	const say = (each: Partial<Recipient>) => recipientText({ ...person, ...each }, moment);
	expect(say({})).toBe('Not asked yet');
	expect(say({ mustNotBeContacted: true })).toBe('Marked “Do not contact”');
	expect(say({ askedAt: at })).toBe('Asked on Monday 16 November, no answer yet');
	expect(say({ askedAt: at, answeredAt: at, answer: 'not-now' })).toBe(
		'Monday 16 November: said “not now”'
	);
});

test('the text of an introduction names the next step', () => {
	const row = { connector: { id: 'k', name: 'Karin' }, name: 'Joan' } as Introduction;
	expect(introductionText({ ...row, stage: 'offered' }).why).toMatch(/^Karin asks Joan in private/);
	expect(introductionText({ ...row, stage: 'agreed' })).toEqual({
		title: 'Karin asked Joan, and Joan said yes',
		why: 'Your turn: write to Joan today, then thank Karin.'
	});
	expect(introductionText({ ...row, stage: 'introduced' }).why).toMatch(/within a day/);
});

test('the texts of schools and events name their stage', () => {
	const school = { training: 'Copy', administrator: { id: 'e', name: 'Else' }, alumni: [] };
	expect(schoolRowText({ ...school, stage: 'asked' } as unknown as School)).toBe(
		'Copy. Asked through Else.'
	);
	expect(schoolRowText({ ...school, stage: 'connected' } as unknown as School)).toBe(
		'Copy. Connects you with alumni.'
	);
	const event = { onDay: '2026-12-03', place: 'Malmö', association: { id: 'o', name: 'Guild' } };
	expect(eventText(event as AssociationEvent, moment.today)).toBe('3 December, Malmö, Guild');
	expect(followUpsText({ met: 0, left: 0 })).toBe('No one added yet');
	expect(followUpsText({ met: 3, left: 2 })).toBe('2 of 3 people still to follow up');
	expect(followUpsText({ met: 1, left: 0 })).toBe('1 person met, no follow-ups left');
});
