import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pauseSeason } from '#features/account/operations.server.ts';
import {
	changeInterview,
	closeInterview,
	noteAnswer,
	planInterview,
	reopenInterview,
	seeInterview,
	unnoteAnswer
} from '#features/interviews/operations.server.ts';
import { goodText, openSeason, type Season } from '#features/interviews/test-season.ts';
import {
	addGoal,
	addSource,
	removeGoal,
	removeSource
} from '#features/preparation/operations.server.ts';
import { newId } from '#server/secrets.ts';
import { testStart } from '#tests/support/app.ts';
import {
	checkText,
	draftMessage,
	keepTemplate,
	markSent,
	outreachOperations,
	resetTemplate,
	seeTemplate,
	takeBackDraft,
	unmarkSent,
	writeMessage
} from './operations.server.ts';

let season: Season;
const out: string[] = [];
beforeAll(async () => {
	season = await openSeason();
});
afterAll(() => season.close());
afterEach(async () => {
	season.clock.set(testStart);
	for (const id of out.splice(0)) {
		const { dates } = await season.as(seeInterview, { id });
		if (!dates.closedAt) await season.as(closeInterview, { id, reason: 'other' });
	}
});

const refused = (code: string) => ({ code });
const request = { purpose: 'request', through: 'copied' } as const;
const chaser = { purpose: 'chaser', through: 'mail-app' } as const;
async function asked(name: string): Promise<string> {
	const id = await season.asked(name);
	out.push(id);
	return id;
}
const seen = (id: string) => season.as(seeInterview, { id });

test('a draft is filled with what is known, and what is not stays in sight', async () => {
	const interviewId = await season.prepared('Joan Whitcombe');
	const first = await season.as(draftMessage, { interviewId, minutes: 20, medium: 'in-person' });
	expect(first.subject).toBe('20 minutes about magazine editing');
	expect(first.body).toContain('Hello Joan,');
	expect(first.body).toContain('because you cook a recipe before you print it.');
	expect(first.body).toContain('20 minutes for me in person, in the week of 30 November?');
	expect(first.body).toContain('to hear what an ordinary closing week looks like.');
	expect(first.body).toContain('{{connection}}');
	expect(first.body.endsWith('Mara Lindqvist')).toBe(true);
	await season.as(changeInterview, { id: interviewId, connection: 'Karin thought we should meet.' });
	const again = await season.as(draftMessage, { interviewId, startOver: 'yes' });
	expect(again.body).toContain('Karin thought we should meet. I am exploring');
});

test('a draft that exists keeps its words; only length and medium are put right', async () => {
	const interviewId = await season.prepared('Ada One');
	await season.as(writeMessage, { interviewId, purpose: 'request', ...goodText });
	const kept = await season.as(draftMessage, { interviewId, minutes: 10, medium: 'video' });
	expect(kept.subject).toBe('Ten minutes about magazine editing');
	expect(kept.body).toBe(
		goodText.body.replace('15 minutes', '10 minutes').replace('by phone', 'by video')
	);
	expect(kept).toMatchObject({ minutes: 10, former: false });
	const inHand = await season.as(draftMessage, {
		interviewId,
		subject: 'Unsaved',
		body: 'Unsaved words, 10 minutes by video?',
		medium: 'phone'
	});
	expect(inHand).toMatchObject({ subject: 'Unsaved', body: 'Unsaved words, 10 minutes by phone?' });
});

test('starting over can be undone until the new draft is worked on', async () => {
	const interviewId = await season.prepared('Bea Two');
	const purpose = 'request' as const;
	await season.as(writeMessage, { interviewId, purpose, ...goodText });
	const fresh = await season.as(draftMessage, { interviewId, startOver: 'yes' });
	expect(fresh.former).toBe(true);
	expect(fresh.body).not.toBe(goodText.body);
	const back = await season.as(takeBackDraft, {
		interviewId,
		purpose,
		changedAt: fresh.changedAt
	});
	expect(back.body).toBe(goodText.body);
	await expect(
		season.as(takeBackDraft, { interviewId, purpose, changedAt: fresh.changedAt })
	).rejects.toMatchObject(refused('messages.changed-since'));
	const second = await season.as(draftMessage, { interviewId, startOver: 'yes' });
	season.clock.set('2026-11-23T08:05:00.000Z');
	await season.as(writeMessage, { interviewId, purpose, subject: 'Mine', body: 'Mine' });
	await expect(
		season.as(takeBackDraft, { interviewId, purpose, changedAt: second.changedAt })
	).rejects.toMatchObject(refused('messages.changed-since'));
});

test('a draft that another window changed is not written over', async () => {
	const interviewId = await season.prepared('Cid Three');
	const text = { interviewId, purpose: 'request' as const, subject: 'One', body: 'a\r\nb' };
	const first = await season.as(writeMessage, text);
	expect(first.body).toBe('a\nb');
	season.clock.set('2026-11-23T08:05:00.000Z');
	await season.as(writeMessage, { ...text, subject: 'Two', changedAt: first.changedAt });
	await expect(
		season.as(writeMessage, { ...text, subject: 'Three', changedAt: first.changedAt })
	).rejects.toMatchObject(refused('messages.changed-elsewhere'));
});

test('sent: the dates follow in business days, over a weekend', async () => {
	const interviewId = await season.prepared('Dan Four');
	out.push(interviewId);
	await season.as(writeMessage, { interviewId, purpose: 'request', ...goodText });
	const sent = await season.as(markSent, { interviewId, ...request });
	expect(sent).toEqual({
		sentAt: testStart,
		next: {
			quietFor: 0,
			secondPersonOn: '2026-11-26',
			chaserOn: '2026-12-02',
			closeOn: null
		}
	});
	expect(await seen(interviewId)).toMatchObject({
		stage: 'asked',
		askedThisSeason: 1,
		cadence: { secondPersonOn: '2026-11-26', chaserOn: '2026-12-02' }
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
		await own.app.database.write((tx) =>
			tx
				.insertInto('holidays')
				.values({ workspace_id: own.caller.workspaceId, day: '2026-11-24', name: 'A day off' })
				.execute()
		);
		const id = await own.asked('Eve Five');
		const dates = async () => (await own.as(seeInterview, { id })).cadence;
		expect(await dates()).toMatchObject({ secondPersonOn: '2026-11-27', chaserOn: '2026-12-03' });
		await own.as(pauseSeason, { from: '2026-11-27', until: '2026-12-06' });
		expect(await dates()).toMatchObject({ secondPersonOn: '2026-12-07', chaserOn: '2026-12-11' });
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
	await expect(ask()).rejects.toMatchObject({ code: 'messages.empty', fields: [{ field: 'body' }] });
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
	await season.app.database.write((tx) =>
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

test('too soon closes outreach, an override with a reason opens it', async () => {
	const own = await openSeason();
	try {
		const interviewId = await own.prepared('Ida Nine');
		await own.app.database.write(async (tx) => {
			for (const table of ['self_notes', 'criteria'] as const) {
				await tx
					.deleteFrom(table)
					.where('workspace_id', '=', own.caller.workspaceId)
					.execute();
			}
		});
		const ask = () => own.as(markSent, { interviewId, ...request, ...goodText });
		await expect(ask()).rejects.toMatchObject(refused('outreach.too-soon'));
		await own.app.database.write((tx) =>
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
		expect((await own.as(seeInterview, { id: sixth })).waiting).toEqual({ count: 5, of: 5 });
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

test('one chaser, when due, and never a second', async () => {
	const interviewId = await asked('Kim Eleven');
	const planned = await season.prepared('Lou Twelve');
	const body = 'Hello Kim, I would still love to hear from you. A short no is quite all right.';
	const chase = () =>
		season.as(markSent, { interviewId, ...chaser, subject: 'Again, fifteen minutes', body });
	await expect(
		season.as(draftMessage, { interviewId: planned, purpose: 'chaser' })
	).rejects.toMatchObject(refused('outreach.not-asked'));
	await expect(chase()).rejects.toMatchObject({
		code: 'outreach.chaser-early',
		sentence: expect.stringContaining('Wednesday 2 December') as string
	});
	season.clock.set('2026-12-02T08:00:00.000Z');
	const draft = await season.as(draftMessage, { interviewId, purpose: 'chaser' });
	expect(draft.body).toContain('I wrote to you on 23 November');
	const sent = await chase();
	expect(sent.next).toEqual({
		quietFor: 0,
		secondPersonOn: null,
		chaserOn: null,
		closeOn: '2026-12-11'
	});
	await expect(season.as(unmarkSent, { interviewId, purpose: 'request' })).rejects.toMatchObject(
		refused('messages.followed')
	);
	await expect(chase()).rejects.toMatchObject(refused('outreach.chased-already'));
	await season.as(unmarkSent, { interviewId, purpose: 'chaser', sentAt: sent.sentAt });
	await season.as(noteAnswer, { id: interviewId });
	await expect(chase()).rejects.toMatchObject(refused('outreach.answered'));
});

test('the check explains a text with the words it is about, and speaks of the partner', async () => {
	const interviewId = await season.prepared('Max Thirteen');
	const found = await season.as(checkText, {
		interviewId,
		subject: 'Hello',
		body: 'I hope this message finds you well. Do you have any openings?'
	});
	expect(found.checked).toBe('english');
	expect(found.findings.map((finding) => finding.code)).toContain('assurance-contradicted');
	expect(JSON.stringify(found.findings)).toContain('Max');
	const good = await season.as(checkText, goodText);
	expect(good).toMatchObject({ findings: [], refused: null });
	const long = await season.as(checkText, { ...goodText, body: 'word '.repeat(201) });
	expect(long.refused?.code).toBe('words-over');
});

test('own wording is kept by channel, used for drafts, and given up again', async () => {
	const which = { purpose: 'request', channel: 'network' } as const;
	expect((await season.as(seeTemplate, which)).own).toBe('ours');
	await season.as(keepTemplate, { ...which, subject: 'Hello', body: 'Dear {{partner}},\r\n{{me}}' });
	const kept = await season.as(seeTemplate, which);
	expect(kept).toMatchObject({ own: 'yours', body: 'Dear {{partner}},\n{{me}}' });
	expect(kept.placeholders.map((each) => each.name)).toContain('why you');
	const interviewId = await season.prepared('Ned Fourteen');
	const draft = await season.as(draftMessage, { interviewId });
	expect(draft.body).toBe('Dear Ned,\nMara Lindqvist');
	await season.as(resetTemplate, which);
	expect((await season.as(seeTemplate, which)).own).toBe('ours');
	await expect(season.as(resetTemplate, which)).rejects.toMatchObject(refused('wording.missing'));
	await expect(
		season.as(keepTemplate, { ...which, subject: ' ', body: 'x' })
	).rejects.toMatchObject({ fields: [{ field: 'subject' }] });
});

test('what belongs to somebody else answers like what does not exist', async () => {
	const interviewId = await asked('Ola Fifteen');
	const stranger = await season.another('Nadia Ferreira');
	for (const operation of outreachOperations) {
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
