import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pauseSeason } from '#features/account/operations.server.ts';
import {
	closeInterview,
	noteAnswer,
	planInterview,
	reopenInterview,
	unnoteAnswer
} from '#features/interviews/operations.server.ts';
import { getInterview } from '#features/interview-page/operations.server.ts';
import { operationsIn } from '#server/perform.ts';
import { goodText, openSeason, type Season } from '#tests/support/season-parts.ts';
import {
	addGoal,
	addSource,
	removeGoal,
	removeSource
} from '#features/preparation/operations.server.ts';
import { newId } from '#server/tokens.ts';
import { testStart } from '#tests/support/app.ts';
import * as outreach from './operations.server.ts';
import { draftMessage, markSent, unmarkSent, writeMessage } from './operations.server.ts';

let season: Season;
const out: string[] = [];
beforeAll(async () => {
	season = await openSeason();
});
afterAll(() => season.close());
afterEach(async () => {
	season.clock.set(testStart);
	for (const id of out.splice(0)) {
		const { dates } = await season.as(getInterview, { id });
		if (!dates.closedAt) await season.as(closeInterview, { id, reason: 'other' });
	}
});

const refused = (code: string) => ({ code });
const request = { purpose: 'request', through: 'copied' } as const;
const followUp = { purpose: 'follow-up', through: 'mail-app' } as const;
async function asked(name: string): Promise<string> {
	const id = await season.asked(name);
	out.push(id);
	return id;
}
const seen = (id: string) => season.as(getInterview, { id });

test('sent: the dates follow in business days, over a weekend', async () => {
	const interviewId = await season.prepared('Dan Four');
	out.push(interviewId);
	await season.as(writeMessage, { interviewId, purpose: 'request', ...goodText });
	const sent = await season.as(markSent, { interviewId, ...request });
	expect(sent).toEqual({
		interviewId,
		purpose: 'request',
		sentAt: testStart,
		next: {
			quietFor: 0,
			secondPersonOn: '2026-11-26',
			followUpOn: '2026-12-02',
			closeOn: null
		},
		updateOn: null
	});
	expect(await seen(interviewId)).toMatchObject({
		stage: 'asked',
		askedThisSeason: 1,
		cadence: { secondPersonOn: '2026-11-26', followUpOn: '2026-12-02' }
	});
	await expect(season.as(markSent, { interviewId, ...request })).rejects.toMatchObject(
		refused('interviews.asked-already')
	);
	for (const work of [
		() => season.as(draftMessage, { interviewId }),
		() => season.as(writeMessage, { interviewId, purpose: 'request', subject: '', body: '' })
	]) {
		await expect(work()).rejects.toMatchObject(refused('messages.sent-already'));
	}
});

test('holidays and pauses shift the dates', async () => {
	const own = await openSeason();
	try {
		await own.open
			.transaction()
			.execute((tx) =>
				tx
					.insertInto('holidays')
					.values({ workspace_id: own.caller.workspaceId, day: '2026-11-24', name: 'A day off' })
					.execute()
			);
		const id = await own.asked('Eve Five');
		const dates = async () => (await own.as(getInterview, { id })).cadence;
		expect(await dates()).toMatchObject({ secondPersonOn: '2026-11-27', followUpOn: '2026-12-03' });
		await own.as(pauseSeason, { from: '2026-11-27', until: '2026-12-06' });
		expect(await dates()).toMatchObject({ secondPersonOn: '2026-12-07', followUpOn: '2026-12-11' });
	} finally {
		await own.close();
	}
});

test('"sent" is taken back as long as nothing followed', async () => {
	const id = await asked('Fay Six');
	const purpose = 'request' as const;
	await expect(
		season.as(unmarkSent, { interviewId: id, purpose, sentAt: '2026-01-01T00:00:00.000Z' })
	).rejects.toMatchObject(refused('messages.followed'));
	await season.as(unmarkSent, { interviewId: id, purpose, sentAt: testStart });
	expect(await seen(id)).toMatchObject({ stage: 'to-ask', cadence: null });
	await season.as(writeMessage, { interviewId: id, purpose, ...goodText });
	await season.as(markSent, { interviewId: id, ...request });
	await season.as(noteAnswer, { id });
	await expect(season.as(unmarkSent, { interviewId: id, purpose })).rejects.toMatchObject(
		refused('messages.followed')
	);
	const planned = await season.prepared('Gil Seven');
	await expect(season.as(unmarkSent, { interviewId: planned, purpose })).rejects.toMatchObject(
		refused('outreach.not-asked')
	);
});

test('every refusal of asking', async () => {
	const interviewId = await season.prepared('Hal Eight');
	const ask = (text?: Partial<typeof goodText>) =>
		season.as(markSent, { interviewId, ...request, ...text });
	await expect(ask()).rejects.toMatchObject({
		code: 'messages.empty',
		fields: [{ field: 'body' }]
	});
	await expect(ask({ body: 'word '.repeat(201) })).rejects.toMatchObject(
		refused('messages.too-long')
	);
	await season.as(draftMessage, { interviewId });
	await expect(ask()).rejects.toMatchObject({
		code: 'messages.placeholder',
		fields: [{ field: 'body' }]
	});
	const { goals, sources } = await seen(interviewId);
	await season.as(removeGoal, { id: goals[0]!.id });
	await expect(ask(goodText)).rejects.toMatchObject(refused('outreach.no-goal'));
	await season.as(addGoal, { interviewId, text: 'a thing' });
	await season.as(removeSource, { id: sources[0]!.id });
	await expect(ask(goodText)).rejects.toMatchObject(refused('outreach.no-source'));
	await season.as(addSource, { interviewId, kind: 'partner', link: 'x.example' });
	await expect(ask(goodText)).rejects.toMatchObject(refused('outreach.no-source'));
	await season.as(addSource, { interviewId, kind: 'field', link: 'x.example', answers: 'yes' });
	expect((await seen(interviewId)).refusals).toEqual([]);
	await season.open
		.transaction()
		.execute((tx) =>
			tx
				.updateTable('people')
				.set({ do_not_contact_at: testStart })
				.where('name', '=', 'Hal Eight')
				.execute()
		);
	await expect(ask(goodText)).rejects.toMatchObject(refused('people.do-not-contact'));
	await season.as(closeInterview, { id: interviewId, reason: 'other' });
	await expect(ask(goodText)).rejects.toMatchObject(refused('interviews.closed'));
	await expect(season.as(draftMessage, { interviewId })).rejects.toMatchObject(
		refused('interviews.closed')
	);
});

test('outreach is closed before readiness and opened by an override with a reason', async () => {
	const own = await openSeason();
	try {
		const interviewId = await own.prepared('Ida Nine');
		await own.open.transaction().execute(async (tx) => {
			for (const table of ['self_notes', 'criteria'] as const) {
				await tx.deleteFrom(table).where('workspace_id', '=', own.caller.workspaceId).execute();
			}
		});
		const ask = () => own.as(markSent, { interviewId, ...request, ...goodText });
		await expect(ask()).rejects.toMatchObject(refused('outreach.too-soon'));
		await own.open.transaction().execute((tx) =>
			tx
				.insertInto('readiness_statements')
				.values({
					workspace_id: own.caller.workspaceId,
					id: newId(),
					kind: 'asking-anyway',
					reason: 'They retire next month',
					said_at: testStart
				})
				.execute()
		);
		await ask();
	} finally {
		await own.close();
	}
});

test('five requests wait at a time, by whatever way the sixth would come', async () => {
	const own = await openSeason();
	try {
		const ids: string[] = [];
		for (const name of ['A', 'B', 'C', 'D', 'E']) ids.push(await own.asked(`Person ${name}`));
		const sixth = await own.prepared('Person F');
		const ask = () => own.as(markSent, { interviewId: sixth, ...request, ...goodText });
		const five = refused('outreach.five-waiting');
		await expect(ask()).rejects.toMatchObject(five);
		const { answeredAt } = await own.as(noteAnswer, { id: ids[0]! });
		await own.as(closeInterview, { id: ids[1]!, reason: 'no-answer' });
		await ask();
		await own.as(unnoteAnswer, { id: ids[0]!, answeredAt });
		await expect(own.as(reopenInterview, { id: ids[1]! })).rejects.toMatchObject(five);
		expect((await own.as(getInterview, { id: sixth })).waiting).toEqual({ count: 5, of: 5 });
	} finally {
		await own.close();
	}
});

test('one partner is asked three times a season at most', async () => {
	const personId = await season.addPerson('Jo Ten');
	const plan = async () => {
		const { id } = await season.as(planInterview, {
			personId,
			themeId: season.themeId,
			channel: 'direct'
		});
		await season.as(addGoal, { interviewId: id, text: 'a thing' });
		const source = { interviewId: id, kind: 'partner' as const, link: 'x.example' };
		await season.as(addSource, { ...source, answers: 'yes' });
		return id;
	};
	for (let count = 0; count < 3; count += 1) {
		const id = await plan();
		await season.as(markSent, { interviewId: id, ...request, ...goodText });
		await season.as(closeInterview, { id, reason: 'not-now' });
	}
	const fourth = await plan();
	await expect(
		season.as(markSent, { interviewId: fourth, ...request, ...goodText })
	).rejects.toMatchObject(refused('outreach.capacity'));
	season.clock.set('2027-02-22T09:00:00.000Z');
	await season.as(markSent, { interviewId: fourth, ...request, ...goodText });
	out.push(fourth);
});

test('one follow-up, when due, and never a second', async () => {
	const interviewId = await asked('Kim Eleven');
	const planned = await season.prepared('Lou Twelve');
	const body = 'Hello Kim, I would still love to hear from you. A short no is quite all right.';
	const sendFollowUp = () =>
		season.as(markSent, { interviewId, ...followUp, subject: 'Again, fifteen minutes', body });
	await expect(
		season.as(draftMessage, { interviewId: planned, purpose: 'follow-up' })
	).rejects.toMatchObject(refused('outreach.not-asked'));
	await expect(sendFollowUp()).rejects.toMatchObject({
		code: 'outreach.follow-up-early',
		sentence: expect.stringContaining('Wednesday 2 December') as string
	});
	season.clock.set('2026-12-02T08:00:00.000Z');
	const draft = await season.as(draftMessage, { interviewId, purpose: 'follow-up' });
	expect(draft.body).toContain('I wrote to you on 23 November');
	const sent = await sendFollowUp();
	expect(sent.next).toEqual({
		quietFor: 0,
		secondPersonOn: null,
		followUpOn: null,
		closeOn: '2026-12-11'
	});
	await expect(season.as(unmarkSent, { interviewId, purpose: 'request' })).rejects.toMatchObject(
		refused('messages.followed')
	);
	await expect(sendFollowUp()).rejects.toMatchObject(refused('outreach.followed-up-already'));
	await season.as(unmarkSent, { interviewId, purpose: 'follow-up', sentAt: sent.sentAt });
	await season.as(noteAnswer, { id: interviewId });
	await expect(sendFollowUp()).rejects.toMatchObject(refused('outreach.answered'));
});

test('a message of another workspace is refused like a missing one', async () => {
	const interviewId = await asked('Ola Fifteen');
	const stranger = await season.another('Nadia Ferreira');
	for (const operation of operationsIn(outreach)) {
		const example = operation.example as Record<string, unknown>;
		if (!('interviewId' in example) && operation.name !== 'messages.check') continue;
		const answers = await Promise.all(
			[interviewId, newId()].map((each) =>
				season.as(operation, { ...example, interviewId: each }, stranger).then(
					() => undefined,
					(error: unknown) => error
				)
			)
		);
		expect(answers[0], operation.name).toMatchObject({ code: 'interview.missing' });
		expect(String(answers[0])).toBe(String(answers[1]));
	}
});
