import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { addMinutes } from '#kernel/clock.ts';
import { closeInterview } from '#features/interviews/operations.server.ts';
import { getInterview } from '#features/interview-page/operations.server.ts';
import { openSeason, type Season } from '#tests/support/season-parts.ts';
import { setThreadDates } from '#features/interviews/writes/thread-dates.server.ts';
import { scopeFor } from '#server/scope.server.ts';
import { newId } from '#server/tokens.ts';
import { addToTalk, noteHeld, recordTalk, getTalk, unholdTalk } from './operations.server.ts';
import { talkOf } from './reads/talks.server.ts';
import {
	RESERVED_FOR_BOUNDARIES,
	MOST_EVENTS_EACH,
	type Happening,
	type TalkEvent
} from './rules/events.ts';

let season: Season;
beforeAll(async () => {
	season = await openSeason();
});
afterAll(() => season.close());

let sequence = 0;
const refused = (code: string) => ({ code });
const now = (): string => season.clock.now();

/** An event made by a device, so many minutes from now. */
function made(happening: Happening, minutes = 0): TalkEvent {
	sequence += 1;
	return { id: newId(), device: 'phone', sequence, at: addMinutes(now(), minutes), ...happening };
}
const note = (text: string, minutes = 1): TalkEvent =>
	made({ kind: 'note', text, tag: null, question: null }, minutes);
const aTalk = (): TalkEvent[] => [
	made({ kind: 'started', agreedMinutes: 15 }, -20),
	note('You edit the writer first', -15),
	made({ kind: 'goodbye' }, -4)
];
const record = (interviewId: string, events: unknown[]) =>
	season.as(recordTalk, { interviewId, events });
const see = (interviewId: string) => season.as(getTalk, { interviewId });
const datesOf = async (id: string) => (await season.as(getInterview, { id })).dates;
const inScope = () =>
	scopeFor(season.caller.actor, 'write', season.caller.workspaceId, season.app.database.read);

async function thank(id: string): Promise<void> {
	await season.open
		.transaction()
		.execute((tx) =>
			setThreadDates(
				scopeFor(season.caller.actor, 'write', season.caller.workspaceId, tx),
				id,
				{ thankedAt: now() },
				now()
			)
		);
}

test('the log of a device becomes the talk, and the interview is held at the goodbye', async () => {
	const interviewId = await season.prepared('Joan Whitcombe');
	const events = aTalk();
	const { receipts, endedAt } = await record(interviewId, events);
	expect(receipts).toEqual(events.map(({ id }) => ({ id, accepted: true })));
	expect(endedAt).toBe(addMinutes(now(), -4));
	expect(await datesOf(interviewId)).toMatchObject({ heldAt: endedAt, agreedAt: endedAt });
	expect(await talkOf(inScope(), interviewId)).toMatchObject({
		minutes: 16,
		overMinutes: 1,
		agreedMinutes: 15,
		notes: [{ text: 'You edit the writer first', offsetMs: 300_000, tag: null }]
	});
});

test('lists find what the log comes to, and nothing once it has not begun', async () => {
	const interviewId = await season.prepared('Nils Berg');
	const rowOf = async () => {
		const { db, workspaceId } = inScope();
		return db
			.selectFrom('talks')
			.select(['started_at', 'ended_at', 'agreed_minutes', 'extra_minutes'])
			.where('workspace_id', '=', workspaceId)
			.where('interview_id', '=', interviewId)
			.executeTakeFirst();
	};
	const [start] = aTalk();
	const events = [start, made({ kind: 'extended', minutes: 5 }, -6), made({ kind: 'goodbye' }, -1)];
	await record(interviewId, events);
	expect(await rowOf()).toEqual({
		started_at: addMinutes(now(), -20),
		ended_at: addMinutes(now(), -1),
		agreed_minutes: 15,
		extra_minutes: 5
	});
	await record(interviewId, [made({ kind: 'taken-back' })]);
	expect(await rowOf()).toBeUndefined();
});

test('the same events again change nothing, whatever order they come in', async () => {
	const interviewId = await season.prepared('Henrik Gren');
	const events = aTalk();
	await record(interviewId, events.slice(1));
	await record(interviewId, events.toReversed());
	await record(interviewId, [...events, ...events]);
	const { events: kept, talk } = await see(interviewId);
	expect(kept).toEqual(events);
	expect(talk).toMatchObject({ startedAt: events[0]?.at, endedAt: events[2]?.at });
});

test('an invalid event is refused without the others', async () => {
	const [one, other] = [
		await season.prepared('Ruth Ellery'),
		await season.prepared('Owen Castellan')
	];
	const [first, second] = [note('first'), note('second')];
	await record(one, [first]);
	const { receipts } = await record(other, [
		'nonsense',
		{ ...first, text: 'changed' },
		{ ...note('x'), tag: 'maybe' },
		second
	]);
	expect(receipts).toMatchObject([
		{ id: null, accepted: false, code: 'talks.unreadable' },
		{ id: first.id, accepted: false, code: 'talks.other-body' },
		{ accepted: false, code: 'talks.unreadable' },
		{ id: second.id, accepted: true }
	]);
	expect((await see(one)).talk?.notes.map(({ text }) => text)).toEqual(['first']);
	expect((await see(other)).talk?.notes.map(({ text }) => text)).toEqual(['second']);
});

/** Inserts notes directly, one per second, without the operation. */
async function fill(interviewId: string, count: number): Promise<void> {
	const [from, workspaceId] = [Date.parse(now()) - count * 1000, season.caller.workspaceId];
	const rows = Array.from({ length: count }, (_, at) => {
		const instant = new Date(from + at * 1000).toISOString();
		const body = JSON.stringify({ question: null, tag: null, text: `note ${at}` });
		const event = { kind: 'note', device: 'old phone', sequence: at, at: instant, body };
		const place = { workspace_id: workspaceId, id: newId(), interview_id: interviewId };
		return { ...place, ...event, received_at: instant };
	});
	for (let at = 0; at < count; at += 1000) {
		await season.open
			.insertInto('talk_events')
			.values(rows.slice(at, at + 1000))
			.execute();
	}
}

test('a full talk refuses notes one by one and accepts its end', async () => {
	const interviewId = await season.prepared('Astrid Full');
	await fill(interviewId, MOST_EVENTS_EACH - RESERVED_FOR_BOUNDARIES - 1);
	const [last, first, second] = [note('fits'), note('does not'), note('neither')];
	const { receipts, endedAt } = await record(interviewId, [
		last,
		first,
		made({ kind: 'goodbye' }, 5),
		second
	]);
	const full = { accepted: false, code: 'talks.full' };
	expect(receipts).toMatchObject([{ accepted: true }, full, { accepted: true }, full]);
	expect(receipts[1]?.sentence).toMatch(/stays on this device/);
	expect(endedAt).toBe(addMinutes(now(), 5));
	expect((await record(interviewId, [last, first])).receipts).toMatchObject([
		{ accepted: true },
		full
	]);
	const { talk } = await see(interviewId);
	expect(talk?.notes.at(-1)?.text).toBe('fits');
	const typed = { interviewId, kind: 'resumed' } as const;
	await season.as(addToTalk, typed);
	await expect(
		season.as(addToTalk, { interviewId, kind: 'note', text: 'typed' })
	).rejects.toMatchObject(refused('talks.full'));
});

test('places kept for the end are a bound, too: the row rule never undoes a batch', async () => {
	const interviewId = await season.prepared('Berit Full');
	await fill(interviewId, MOST_EVENTS_EACH - 1);
	const ends = [made({ kind: 'goodbye' }, 5), made({ kind: 'resumed' }, 6)];
	expect((await record(interviewId, [note('no'), ...ends])).receipts).toMatchObject([
		{ accepted: false, code: 'talks.full' },
		{ accepted: true },
		{ accepted: false, code: 'talks.full' }
	]);
});

test('a log that was longer before shows its beginning, its newest notes and its end', async () => {
	const interviewId = await season.prepared('Cilla Long');
	const before = season.clock.now();
	await record(interviewId, [made({ kind: 'started', agreedMinutes: 60 }, -200)]);
	season.clock.set(addMinutes(before, 120));
	await fill(interviewId, MOST_EVENTS_EACH + 500);
	const { workspaceId: workspace_id } = season.caller;
	const { id, device, ...goodbye } = made({ kind: 'goodbye' }, 1);
	const place = { workspace_id, id, device, interview_id: interviewId, body: '{}' };
	await season.open
		.insertInto('talk_events')
		.values({ ...place, ...goodbye, received_at: now() })
		.execute();
	const { talk } = await see(interviewId);
	expect(talk).toMatchObject({ agreedMinutes: 60, startedAt: addMinutes(before, -200) });
	expect(talk?.endedAt).toBe(goodbye.at);
	expect(talk?.notes.at(-1)?.text).toBe(`note ${MOST_EVENTS_EACH + 499}`);
	season.clock.set(before);
});

test('more than 200 at once is refused as a whole', async () => {
	const interviewId = await season.prepared('Karin Ekblad');
	const events = Array.from({ length: 201 }, () => note('x'));
	await expect(record(interviewId, events)).rejects.toMatchObject(refused('input.invalid'));
	expect((await see(interviewId)).events).toEqual([]);
});

test('a talk begins in an open interview only; what comes late into a closed one is taken', async () => {
	const interviewId = await season.asked('Saoirse Mulkearn');
	const before = made({ kind: 'started', agreedMinutes: 15 }, -20);
	await season.as(closeInterview, { id: interviewId, reason: 'not-now' });
	const late = note('said before it was closed', -10);
	const after = made({ kind: 'started', agreedMinutes: 15 }, 5);
	expect((await record(interviewId, [after, late])).receipts).toMatchObject([
		{ accepted: false, code: 'talks.closed' },
		{ accepted: true }
	]);
	expect((await record(interviewId, [before])).receipts).toMatchObject([{ accepted: true }]);
	const start = { interviewId, kind: 'started' } as const;
	await expect(season.as(addToTalk, start)).rejects.toMatchObject(refused('talks.closed'));
	const held = { interviewId, day: '2026-11-20', time: '09:00', minutes: 15 };
	await expect(season.as(noteHeld, held)).rejects.toMatchObject(refused('talks.closed'));
});

test('a goodbye is taken back within the talk, until something rests on it', async () => {
	const interviewId = await season.prepared('Graça Monteverde');
	await record(interviewId, aTalk());
	await record(interviewId, [made({ kind: 'resumed' }, -3)]);
	expect(await datesOf(interviewId)).toMatchObject({ heldAt: null, agreedAt: null });
	const goodbye = made({ kind: 'goodbye' }, -1);
	await record(interviewId, [goodbye]);
	await thank(interviewId);
	const elsewhere = { kind: 'held', startedAt: now(), minutes: 9, agreedMinutes: 9 } as const;
	const late = [made({ kind: 'resumed' }), made(elsewhere), note('late')];
	const { receipts } = await record(interviewId, late);
	const rests = { accepted: false, code: 'talks.rests-on-it' };
	expect(receipts).toMatchObject([rests, rests, { accepted: true }]);
	expect(await datesOf(interviewId)).toMatchObject({ heldAt: goodbye.at });
});

test('nothing is held in the future, however far a phone’s clock runs ahead', async () => {
	const interviewId = await season.prepared('Gustav Palmér');
	await record(interviewId, [
		made({ kind: 'started', agreedMinutes: 15 }, 60),
		made({ kind: 'goodbye' }, 75)
	]);
	expect((await datesOf(interviewId)).heldAt).toBe(now());
	await season.as(unholdTalk, { interviewId, heldAt: now() });
	expect((await see(interviewId)).talk?.endedAt).toBeNull();
});

test('a page without script: start, question, note, mark, change, remove, more, goodbye, back', async () => {
	const interviewId = await season.prepared('Li Ming');
	const add = (input: Omit<z.input<typeof addToTalk.input>, 'interviewId'>) =>
		season.as(addToTalk, { interviewId, ...input });
	const state = async () => (await see(interviewId)).talk;
	await expect(add({ kind: 'note', text: 'x' })).rejects.toMatchObject(refused('talks.not-begun'));
	await add({ kind: 'started', minutes: 10 });
	await expect(add({ kind: 'started' })).rejects.toMatchObject(refused('talks.begun'));
	const { brief } = await see(interviewId);
	await add({ kind: 'question-shown' });
	await expect(add({ kind: 'note', text: '  ' })).rejects.toMatchObject(refused('input.invalid'));
	await expect(add({ kind: 'note' })).rejects.toMatchObject(refused('talks.incomplete'));
	const { noteId } = await add({ kind: 'note', text: 'three days of calls', tag: 'against' });
	expect((await state())?.notes).toMatchObject([
		{ id: noteId, tag: 'against', question: brief.questions[1]?.text }
	]);
	const about = { noteId: noteId ?? undefined };
	await add({ kind: 'note-tagged', ...about, tag: 'for' });
	await add({ kind: 'note-changed', ...about, text: 'three days of calls per page' });
	expect((await state())?.notes).toMatchObject([
		{ text: 'three days of calls per page', tag: 'for' }
	]);
	await expect(add({ kind: 'taken-back' })).rejects.toMatchObject(refused('talks.has-notes'));
	season.clock.set(addMinutes(now(), 1));
	await add({ kind: 'note-removed', ...about });
	expect((await state())?.notes).toEqual([]);
	await expect(add({ kind: 'note-removed', ...about })).rejects.toMatchObject(
		refused('note.missing')
	);
	await expect(add({ kind: 'note-tagged', ...about, tag: null })).rejects.toMatchObject(
		refused('note.missing')
	);
	await expect(add({ kind: 'extended', minutes: 5 })).rejects.toMatchObject(
		refused('talks.no-more')
	);
	season.clock.set(addMinutes(now(), 8));
	await expect(add({ kind: 'extended', minutes: 7 })).rejects.toMatchObject(
		refused('talks.incomplete')
	);
	await add({ kind: 'extended', minutes: 5 });
	expect((await state())?.extraMinutes).toBe(5);
	await expect(add({ kind: 'resumed' })).rejects.toMatchObject(refused('talks.not-ended'));
	const { endedAt } = await add({ kind: 'goodbye' });
	expect(endedAt).toBe(now());
	await expect(add({ kind: 'goodbye' })).rejects.toMatchObject(refused('talks.ended'));
	season.clock.set(addMinutes(now(), 1));
	await add({ kind: 'resumed' });
	expect((await state())?.endedAt).toBeNull();
});

test('a mark beside changed words keeps both; a slip is taken back after its end; a phone may be ahead', async () => {
	const interviewId = await season.prepared('Lena Holt');
	const add = (input: Omit<z.input<typeof addToTalk.input>, 'interviewId'>) =>
		season.as(addToTalk, { interviewId, ...input });
	const state = async () => (await see(interviewId)).talk;
	await add({ kind: 'started' });
	await add({ kind: 'goodbye' });
	season.clock.set(addMinutes(now(), 1));
	await add({ kind: 'taken-back' });
	expect(await state()).toBeNull();
	season.clock.set(addMinutes(now(), 1));
	await add({ kind: 'started' });
	const { noteId } = await add({ kind: 'note', text: 'calls' });
	const about = { noteId: noteId ?? undefined };
	season.clock.set(addMinutes(now(), 1));
	await add({ kind: 'note-tagged', ...about, text: 'calls per page', tag: 'against' });
	expect((await state())?.notes).toMatchObject([{ text: 'calls per page', tag: 'against' }]);
	await record(interviewId, [made({ kind: 'goodbye' }, 3)]);
	await add({ kind: 'resumed' });
	expect((await state())?.endedAt).toBeNull();
	await add({ kind: 'goodbye' });
	await expect(add({ kind: 'taken-back' })).rejects.toMatchObject(refused('talks.has-notes'));
});

test('the questions of the time that is left, one after the other, then none', async () => {
	const interviewId = await season.prepared('Irina Sokolova');
	await season.as(addToTalk, { interviewId, kind: 'started', minutes: 10 });
	const next = () => season.as(addToTalk, { interviewId, kind: 'question-shown' });
	await next();
	await next();
	await expect(next()).rejects.toMatchObject(refused('talks.no-question'));
	const { brief } = await see(interviewId);
	const questionId = brief.questions[0]?.id ?? '';
	await season.as(addToTalk, { interviewId, kind: 'question-shown', questionId });
	expect((await see(interviewId)).events.at(-1)).toMatchObject({ questionId });
});

test('an accidental start is undone', async () => {
	const interviewId = await season.prepared('Anna Berg');
	await season.as(addToTalk, { interviewId, kind: 'started' });
	season.clock.set(addMinutes(now(), 1));
	await season.as(addToTalk, { interviewId, kind: 'taken-back' });
	expect((await see(interviewId)).talk).toBeNull();
});

test('a talk that took place elsewhere is noted, and taken back', async () => {
	const interviewId = await season.prepared('Maria Lund');
	const held = { interviewId, day: '2026-11-20', time: '16:00', minutes: 18 };
	const { heldAt } = await season.as(noteHeld, held);
	expect(heldAt).toBe('2026-11-20T15:18:00.000Z');
	expect((await see(interviewId)).talk).toMatchObject({ minutes: 18, overMinutes: 0 });
	expect(await datesOf(interviewId)).toMatchObject({ heldAt });
	await expect(season.as(noteHeld, held)).rejects.toMatchObject(refused('talks.held-already'));
	const other = { interviewId, heldAt: now() };
	await expect(season.as(unholdTalk, other)).rejects.toMatchObject(refused('talks.changed-since'));
	await season.as(unholdTalk, { interviewId, heldAt });
	expect(await datesOf(interviewId)).toMatchObject({ heldAt: null, agreedAt: null });
	expect((await see(interviewId)).talk).toBeNull();
	season.clock.set(addMinutes(now(), 1));
	await season.as(noteHeld, { ...held, day: '2026-11-19' });
	expect((await datesOf(interviewId)).heldAt).toBe('2026-11-19T15:18:00.000Z');
	await thank(interviewId);
	await expect(
		season.as(unholdTalk, { interviewId, heldAt: '2026-11-19T15:18:00.000Z' })
	).rejects.toMatchObject(refused('talks.rests-on-it'));
});

test('an end that was forgotten is said afterwards; the notes stay', async () => {
	const interviewId = await season.prepared('Per Holm');
	await record(interviewId, [
		made({ kind: 'started', agreedMinutes: 15 }, -60 * 20),
		note('x', -60 * 20)
	]);
	const before = (await see(interviewId)).talk;
	const held = { interviewId, day: '2026-11-22', time: '13:00', minutes: 17 };
	const { heldAt } = await season.as(noteHeld, held);
	expect((await see(interviewId)).talk).toMatchObject({
		minutes: 17,
		overMinutes: 2,
		notes: [{ text: 'x' }]
	});
	await season.as(unholdTalk, { interviewId, heldAt });
	expect((await see(interviewId)).talk).toEqual(before);
	expect(await datesOf(interviewId)).toMatchObject({ heldAt: null });
});

test.each([
	['2026-11-25', '16:00', 'talks.not-yet'],
	['2026-03-29', '02:30', 'talks.no-such-time']
])('a talk on %s at %s is not taken', async (day, time, code) => {
	const interviewId = await season.prepared(`Person ${day}`);
	await expect(season.as(noteHeld, { interviewId, day, time, minutes: 15 })).rejects.toMatchObject(
		refused(code)
	);
});

test('an hour that came twice is taken as the first', async () => {
	const interviewId = await season.prepared('Olle Ek');
	const held = { interviewId, day: '2026-10-25', time: '02:30', minutes: 10 };
	expect((await season.as(noteHeld, held)).heldAt).toBe('2026-10-25T00:40:00.000Z');
});

test('a talk of another workspace is refused like a missing one', async () => {
	const stranger = await season.another('Iris Canary');
	const interviewId = await season.prepared('Eva Strand');
	const foreign = [
		() => season.as(getTalk, { interviewId }, stranger),
		() => season.as(recordTalk, { interviewId, events: [note('x')] }, stranger),
		() => season.as(addToTalk, { interviewId, kind: 'started' }, stranger),
		() =>
			season.as(noteHeld, { interviewId, day: '2026-11-20', time: '09:00', minutes: 9 }, stranger),
		() => season.as(unholdTalk, { interviewId, heldAt: now() }, stranger)
	];
	for (const each of foreign) {
		await expect(each()).rejects.toMatchObject(refused('interview.missing'));
	}
});
