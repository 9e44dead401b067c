import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';
import {
	eventTypes,
	eventTypeNames,
	isEventType,
	subscribable,
	isSubscribed
} from './event-types.ts';

/** Every verb that the source records, in an event or in a table of marks. */
const features = join(projectRoot, 'src/features');
const recorded = new Set(
	readdirSync(features, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
		.flatMap((name) => [
			...readFileSync(join(features, name), 'utf8').matchAll(
				/\b(?:verb|event|sent|unsent):[^;,{]*?'([a-zA-Z]+\.[a-zA-Z-]+)'(?:\s*:\s*'([a-zA-Z]+\.[a-zA-Z-]+)')?/g
			)
		])
		.flatMap(([, one, other]) => [one, other].filter((verb) => verb !== undefined))
);

/** Verbs of public subjects that stay private: notes in progress and drafts. */
const privateVerbs = [
	'consultations.drafted',
	'consultations.written',
	'debrief.begun',
	'imports.discarded',
	'imports.mapped',
	'imports.uploaded',
	'introductionRequests.recipientAdded',
	'introductionRequests.recipientRemoved',
	'introductionRequests.written',
	'talks.recorded'
];

test('every event type is recorded somewhere', () => {
	expect(recorded.size).toBeGreaterThan(150);
	expect(eventTypeNames.filter((verb) => !recorded.has(verb))).toEqual([]);
});

test('every recorded verb of a subject is an event type or listed as private', () => {
	const unlisted = [...recorded]
		.filter((verb) => (verb.split('.')[0] ?? '') in eventTypes && !isEventType(verb))
		.sort();
	expect(unlisted).toEqual(privateVerbs);
});

test('no event type is listed twice', () => {
	expect(new Set(subscribable).size).toBe(subscribable.length);
});

test('a subscription is one event type or all of a subject, and never a private verb', () => {
	expect(isSubscribed(['interviews.asked'], 'interviews.asked')).toBe(true);
	expect(isSubscribed(['interviews.asked'], 'interviews.answered')).toBe(false);
	expect(isSubscribed(['interviews.*'], 'interviews.answered')).toBe(true);
	expect(isSubscribed(['interviews.*'], 'meetings.agreed')).toBe(false);
	expect(
		isSubscribed(
			['introductionRequests.*', 'introductionRequests.written'],
			'introductionRequests.written'
		)
	).toBe(false);
	expect(isSubscribed([''], 'keys.added')).toBe(false);
	for (const verb of eventTypeNames) expect(isSubscribed(subscribable, verb)).toBe(true);
});
