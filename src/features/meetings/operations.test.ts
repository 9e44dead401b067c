import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeInterview, uncloseInterview } from '#features/interviews/operations.server.ts';
import { getInterview } from '#features/interview-page/operations.server.ts';
import { interviewOf } from '#features/interviews/reads/interviews.server.ts';
import { operationsIn } from '#server/perform.ts';
import { openSeason, type Season } from '#tests/support/season-parts.ts';
import { setThreadDates } from '#features/interviews/writes/thread-dates.server.ts';
import { scopeFor } from '#server/scope.server.ts';
import { newId } from '#server/tokens.ts';
import * as meetings from './operations.server.ts';
import {
	agreeMeeting,
	cancelMeeting,
	previewMeeting,
	moveMeeting,
	moveMeetingBack,
	readInvitation,
	getMeeting,
	unagreeMeeting,
	uncancelMeeting
} from './operations.server.ts';
import { meetingOf } from './reads/meetings.server.ts';
import { agreementExample as terms } from './schemas.ts';

let season: Season;
beforeAll(async () => {
	season = await openSeason();
});
afterAll(() => season.close());

const refused = (code: string) => ({ code });

const scope = () =>
	scopeFor(season.caller.actor, 'write', season.caller.workspaceId, season.app.database.read);
const see = (interviewId: string) => season.as(getMeeting, { interviewId });
const stageOf = async (id: string) => (await season.as(getInterview, { id })).stage;
const later = (minutes: number): void => {
	season.clock.set(new Date(Date.parse(season.clock.now()) + minutes * 60_000).toISOString());
};
async function agreed(name: string) {
	const interviewId = await season.prepared(name);
	return season.as(agreeMeeting, { interviewId, ...terms });
}
async function hold(interviewId: string): Promise<void> {
	const heldAt = season.clock.now();
	await season.open.transaction().execute((tx) => {
		const { actor, workspaceId } = season.caller;
		return setThreadDates(
			scopeFor(actor, 'write', workspaceId, tx),
			interviewId,
			{ heldAt },
			heldAt
		);
	});
}

test('before anything is agreed on, the form begins with what was asked', async () => {
	const interviewId = await season.asked('Ada Quist');
	const seen = await see(interviewId);
	expect(seen).toMatchObject({
		state: 'open',
		meeting: null,
		askedMinutes: 15,
		prefilled: { day: '', time: '', clock: 'mine', minutes: 15, medium: 'phone' }
	});
	await expect(season.as(readInvitation, { interviewId })).rejects.toMatchObject(
		refused('meeting.missing')
	);
});

test('agreeing keeps instant, zone and wall time, and moves the thread', async () => {
	const interviewId = await season.asked('Bea Holm');
	const meeting = await season.as(agreeMeeting, { interviewId, ...terms, place: '+351 1' });
	expect(meeting).toMatchObject({
		startsAt: '2026-12-01T15:00:00.000Z',
		zone: 'Europe/Stockholm',
		wallTime: '2026-12-01T16:00',
		sequence: 0,
		said: 'Tuesday 1 December at 16:00, 15:00 in Lisbon, 15 minutes by phone'
	});
	const { said, ...kept } = meeting;
	expect(said).not.toBe('');
	expect(await meetingOf(scope(), interviewId)).toEqual(kept);
	expect(await interviewOf(scope(), interviewId)).toMatchObject({
		agreedAt: season.clock.now(),
		answeredAt: season.clock.now()
	});
	const seen = await see(interviewId);
	expect(seen).toMatchObject({
		state: 'agreed',
		meeting: kept,
		prefilled: { day: '2026-12-01', time: '16:00', clock: 'mine', place: '+351 1' },
		confirmation: { sendOn: '2026-11-30', due: false },
		head: { stage: 'agreed' }
	});
	await expect(season.as(agreeMeeting, { interviewId, ...terms })).rejects.toMatchObject(
		refused('meetings.agreed-already')
	);
});

test('a time on the partner’s clock is kept in their zone, and shown on both', async () => {
	const interviewId = await season.prepared('Cid Falk');
	const input = { interviewId, ...terms, time: '15:00', clock: 'theirs' } as const;
	const meeting = await season.as(agreeMeeting, input);
	expect(meeting).toMatchObject({
		startsAt: '2026-12-01T15:00:00.000Z',
		zone: 'Europe/Lisbon',
		wallTime: '2026-12-01T15:00'
	});
	expect((await see(interviewId)).prefilled).toMatchObject({ time: '15:00', clock: 'theirs' });
});

test('the same id again is the same meeting; with other words it is refused', async () => {
	const interviewId = await season.prepared('Dan Ek');
	const id = newId();
	const first = await season.as(agreeMeeting, { interviewId, id, ...terms });
	expect(await season.as(agreeMeeting, { interviewId, id, ...terms })).toEqual(first);
	await expect(
		season.as(agreeMeeting, { interviewId, id, ...terms, time: '17:00' })
	).rejects.toMatchObject(refused('meeting.other-body'));
});

test.each([
	['in the past', { day: '2026-11-20' }, 'meetings.in-the-past'],
	['far ahead', { day: '2028-01-10' }, 'meetings.too-far'],
	['where the clocks jump', { day: '2027-03-28', time: '02:30' }, 'meetings.no-such-time'],
	['where the clocks go back', { day: '2027-10-31', time: '02:30' }, 'meetings.time-twice'],
	['without their zone', { clock: 'theirs', partnerZone: null }, 'meetings.zone-missing'],
	['for 60 minutes', { minutes: 60 }, 'input.invalid'],
	['at half past', { time: 'half past' }, 'input.invalid']
])('a time %s is refused', async (what, change, code) => {
	const interviewId = await season.prepared(`Eva ${what}`);
	if (code === 'meetings.time-twice') season.clock.set('2026-11-24T08:00:00.000Z');
	const input = { interviewId, ...terms, ...change } as never;
	await expect(season.as(agreeMeeting, input)).rejects.toMatchObject(refused(code));
	expect(await meetingOf(scope(), interviewId)).toBeNull();
});

test('more than thirty minutes are refused in the method’s words', async () => {
	const interviewId = await season.prepared('Fia Lund');
	await expect(
		season.as(agreeMeeting, { interviewId, ...terms, minutes: 45 as never })
	).rejects.toMatchObject({
		fields: [
			{
				field: 'minutes',
				sentence:
					'Thirty minutes is the most you can ask for. Fifteen minutes is easier to agree to.'
			}
		]
	});
});

test('agreeing is taken back within the hour, with the answer it noted', async () => {
	const { id, interviewId, agreedAt } = await agreed('Gun Berg');
	await season.as(unagreeMeeting, { id, agreedAt });
	expect(await interviewOf(scope(), interviewId)).toMatchObject({
		agreedAt: null,
		answeredAt: null
	});
	expect((await see(interviewId)).state).toBe('open');
	const again = await season.as(agreeMeeting, { interviewId, ...terms });
	later(61);
	await expect(
		season.as(unagreeMeeting, { id: again.id, agreedAt: again.agreedAt })
	).rejects.toMatchObject(refused('meetings.changed-since'));
});

test('a move keeps the entry and raises its version; so does moving back', async () => {
	const { id, interviewId, changedAt } = await agreed('Hal Ros');
	later(1);
	const move = { id, ...terms, time: '10:30', medium: 'video', place: 'https://meet.example/x' };
	const moved = await season.as(moveMeeting, { ...move, changedAt } as never);
	expect(moved).toMatchObject({
		id,
		sequence: 1,
		wallTime: '2026-12-01T10:30',
		medium: 'video',
		was: { startsAt: '2026-12-01T15:00:00.000Z', medium: 'phone', place: '' }
	});
	await expect(season.as(moveMeeting, { ...move, changedAt } as never)).rejects.toMatchObject(
		refused('meetings.changed-since')
	);
	later(1);
	const back = await season.as(moveMeetingBack, {
		id,
		changedAt: moved.changedAt,
		...moved.was,
		minutes: 15
	});
	expect(back).toMatchObject({ sequence: 2, wallTime: '2026-12-01T16:00', medium: 'phone' });
	expect((await see(interviewId)).meeting?.sequence).toBe(2);
});

test('repeating the same terms changes nothing, even after the start', async () => {
	const { id, changedAt } = await agreed('Ida Kvist');
	season.clock.set('2026-12-01T15:05:00.000Z');
	expect(await season.as(moveMeeting, { id, changedAt, ...terms })).toMatchObject({ sequence: 0 });
	const place = await season.as(moveMeeting, { id, changedAt, ...terms, place: '+351 2' });
	expect(place).toMatchObject({ sequence: 1, startsAt: '2026-12-01T15:00:00.000Z' });
	later(30);
	expect((await see(place.interviewId)).state).toBe('past');
	season.clock.set('2026-11-24T08:00:00.000Z');
});

test('a move is not undone after an hour, nor beyond the limit of days', async () => {
	const { id, changedAt } = await agreed('Jon Malm');
	later(1);
	const moved = await season.as(moveMeeting, { id, changedAt, ...terms, time: '09:00' });
	const back = { id, changedAt: moved.changedAt, ...moved.was, minutes: 15 as const };
	await expect(
		season.as(moveMeetingBack, { ...back, startsAt: '2036-12-01T15:00:00.000Z' })
	).rejects.toMatchObject(refused('meetings.too-far'));
	later(62);
	await expect(season.as(moveMeetingBack, back)).rejects.toMatchObject(
		refused('meetings.changed-since')
	);
});

test('cancelling restores the former stage, and a new time can be agreed', async () => {
	const { id, interviewId, changedAt } = await agreed('Kaj Sten');
	later(1);
	const off = await season.as(cancelMeeting, { id, changedAt, because: 'A child is ill' });
	expect(await stageOf(interviewId)).toBe('to-ask');
	expect(await see(interviewId)).toMatchObject({
		state: 'cancelled',
		meeting: null,
		cancelled: { because: 'A child is ill', sequence: 1, cancelledAt: off.cancelledAt },
		prefilled: { day: '', partnerZone: 'Europe/Lisbon' },
		head: { dates: { answeredAt: expect.any(String) as string } }
	});
	const { method, text } = await season.as(readInvitation, { interviewId });
	expect(method).toBe('CANCEL');
	expect(text).not.toContain('child');
	const again = await season.as(agreeMeeting, { interviewId, ...terms, time: '09:00' });
	expect(again.id).not.toBe(id);
	await expect(
		season.as(uncancelMeeting, { id, cancelledAt: off.cancelledAt })
	).rejects.toMatchObject(refused('meetings.agreed-already'));
});

test('cancelling is undone within an hour', async () => {
	const { id, interviewId, changedAt, agreedAt } = await agreed('Lea Torp');
	later(1);
	const { cancelledAt } = await season.as(cancelMeeting, { id, changedAt });
	await expect(season.as(cancelMeeting, { id, changedAt })).rejects.toMatchObject(
		refused('meetings.cancelled-already')
	);
	await expect(season.as(uncancelMeeting, { id, cancelledAt: changedAt })).rejects.toMatchObject(
		refused('meetings.changed-since')
	);
	later(1);
	expect(await season.as(uncancelMeeting, { id, cancelledAt })).toMatchObject({ sequence: 2 });
	expect(await interviewOf(scope(), interviewId)).toMatchObject({ agreedAt });
});

test('after the interview was held nothing is agreed, moved or cancelled', async () => {
	const { id, interviewId, changedAt, agreedAt } = await agreed('Mia Dahl');
	await hold(interviewId);
	expect(await see(interviewId)).toMatchObject({ state: 'held', confirmation: null });
	const held = refused('meetings.held');
	const was = {
		startsAt: agreedAt,
		zone: 'UTC',
		partnerZone: null,
		minutes: 15,
		place: ''
	} as const;
	await expect(season.as(agreeMeeting, { interviewId, ...terms })).rejects.toMatchObject(held);
	await expect(season.as(moveMeeting, { id, changedAt, ...terms })).rejects.toMatchObject(held);
	await expect(
		season.as(moveMeetingBack, { id, changedAt, ...was, medium: 'phone' })
	).rejects.toMatchObject(held);
	await expect(season.as(cancelMeeting, { id, changedAt })).rejects.toMatchObject(held);
	await expect(season.as(uncancelMeeting, { id, cancelledAt: changedAt })).rejects.toMatchObject(
		held
	);
	await expect(season.as(unagreeMeeting, { id, agreedAt })).rejects.toMatchObject(held);
});

test('in a closed interview a meeting can only be cancelled', async () => {
	const { id, interviewId, changedAt, agreedAt } = await agreed('Nils Ask');
	const { closedAt } = await season.as(closeInterview, { id: interviewId, reason: 'not-now' });
	const closed = refused('interviews.closed');
	expect((await see(interviewId)).state).toBe('closed');
	await expect(season.as(moveMeeting, { id, changedAt, ...terms })).rejects.toMatchObject(closed);
	await expect(season.as(unagreeMeeting, { id, agreedAt })).rejects.toMatchObject(closed);
	await expect(season.as(agreeMeeting, { interviewId, ...terms })).rejects.toMatchObject(closed);
	await season.as(uncloseInterview, { id: interviewId, closedAt });
	await season.as(closeInterview, { id: interviewId, reason: 'not-now' });
	await season.as(cancelMeeting, { id, changedAt });
	expect((await season.as(readInvitation, { interviewId })).method).toBe('CANCEL');
});

test('a partner who must not be contacted may agree: they said yes themselves', async () => {
	const interviewId = await season.prepared('Ola Wik');
	await season.open
		.transaction()
		.execute((tx) =>
			tx
				.updateTable('people')
				.set({ do_not_contact_at: season.clock.now() })
				.where('workspace_id', '=', season.caller.workspaceId)
				.where('name', '=', 'Ola Wik')
				.execute()
		);
	await season.as(agreeMeeting, { interviewId, ...terms });
	expect((await see(interviewId)).state).toBe('agreed');
});

test('considering a time stores nothing', async () => {
	const { day, time, partnerZone } = terms;
	const said = (change: object) => season.as(previewMeeting, { day, time, partnerZone, ...change });
	expect(await said({})).toEqual({
		fits: true,
		sentence: 'Tuesday 1 December, 15:00 in Lisbon',
		field: null
	});
	expect(await said({ clock: 'theirs' })).toMatchObject({
		sentence: 'Tuesday 1 December, 17:00 for you'
	});
	expect(await said({ partnerZone: 'Europe/Berlin' })).toMatchObject({
		sentence: 'Tuesday 1 December, the same time for both of you'
	});
	expect(await said({ partnerZone: null })).toMatchObject({ sentence: 'Tuesday 1 December' });
	expect(await said({ day: '2027-03-28', time: '02:30' })).toMatchObject({
		fits: false,
		field: 'time'
	});
});

test('the invitation keeps its UID and names the other side', async () => {
	const { interviewId, id } = await agreed('Inês Falcato');
	const mine = await season.as(readInvitation, { interviewId });
	const theirs = await season.as(readInvitation, { interviewId, whose: 'theirs' });
	expect(mine).toMatchObject({ method: 'PUBLISH', fileName: 'talk-with-ines-falcato.ics' });
	expect(theirs.fileName).toBe('talk-with-mara-lindqvist.ics');
	expect(mine.text).toContain(`UID:${id}@imago`);
	expect(theirs.text).toContain('SUMMARY:Conversation with Mara Lindqvist\\, 15 minutes');
});

test('a foreign meeting answers exactly like a missing one', async () => {
	const { id, interviewId, changedAt, agreedAt } = await agreed('Pia Ahl');
	const stranger = await season.another('Iris Andersson');
	const was = {
		startsAt: agreedAt,
		zone: 'UTC',
		partnerZone: null,
		minutes: 15,
		place: ''
	} as const;
	const inputs = (meetingId: string) => ({
		'meetings.move': { id: meetingId, changedAt, ...terms },
		'meetings.moveBack': { id: meetingId, changedAt, ...was, medium: 'phone' },
		'meetings.cancel': { id: meetingId, changedAt },
		'meetings.uncancel': { id: meetingId, cancelledAt: changedAt },
		'meetings.unagree': { id: meetingId, agreedAt }
	});
	const missingId = newId();
	for (const [name, input] of Object.entries(inputs(id))) {
		const operation = operationsIn(meetings).find((each) => each.name === name)!;
		const gone = inputs(missingId)[name as 'meetings.cancel'];
		const answers = await Promise.all(
			[input, gone].map((each) =>
				season
					.as(operation, each, stranger)
					.then(String, (error: { sentence: string }) => error.sentence)
			)
		);
		expect([name, answers[0]]).toEqual([name, answers[1]]);
		expect(answers[0]).toContain('This meeting was not found.');
	}
	await expect(season.as(getMeeting, { interviewId }, stranger)).rejects.toMatchObject(
		refused('interview.missing')
	);
});
