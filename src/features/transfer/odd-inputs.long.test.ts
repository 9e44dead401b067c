import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeBackIntroduction } from '#features/introductions/operations.server.ts';
import { getInterview } from '#features/interview-page/operations.server.ts';
import { moveMeetingBack } from '#features/meetings/operations.server.ts';
import { draftMessage, writeTemplate } from '#features/outreach/operations.server.ts';
import { LONGEST_BODY, LONGEST_SUBJECT } from '#features/outreach/rules/lengths.ts';
import { recordTalk } from '#features/talk/operations.server.ts';
import { readWorkspace } from '#server/transfer/read-workspace.ts';
import { newId } from '#server/tokens.ts';
import { rowRules } from '#surfaces/all-row-rules.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import type { Season } from '#tests/support/season.ts';
import { changeProfile } from '#features/account/operations.server.ts';
import { exported, fillByOperations } from '#tests/support/transfer/transfer.ts';

/** All input that operations accept can be imported again; other input has to be refused. */
let testApp: TestApp;
let season: Season;
beforeAll(async () => {
	testApp = await openTestApp();
	season = await fillByOperations(testApp);
});
afterAll(() => testApp.close());

async function comesInAgain(): Promise<void> {
	const bytes = Buffer.from(await exported(testApp));
	const { file } = await readWorkspace(bytes, rowRules);
	file.close();
}

test('a wording that grows while it is filled stays within what a draft may have', async () => {
	await testApp.as(changeProfile, { introduction: 'A bookkeeper who edits. '.repeat(12).trim() });
	const { channel } = await testApp.as(getInterview, { id: season.prepared });
	const body = '{{me}} '.repeat(LONGEST_BODY / 7 - 1);
	await testApp.as(writeTemplate, {
		purpose: 'request',
		channel,
		subject: '{{me}}'.repeat(40),
		body
	});
	const draft = await testApp.as(draftMessage, {
		interviewId: season.prepared,
		purpose: 'request',
		startOver: 'yes'
	});
	expect(draft.body.length).toBeLessThanOrEqual(LONGEST_BODY);
	expect(draft.body.length).toBeGreaterThan(LONGEST_BODY / 2);
	expect(draft.subject.length).toBeLessThanOrEqual(LONGEST_SUBJECT);
	await comesInAgain();
});

test.each([
	['1600-01-01T00:00:00.000Z', 0],
	['9999-12-31T00:00:00.000Z', 0],
	['2026-11-23T08:00:00.000Z', 2 ** 31]
])('an event of a talk at %s, the %d th of its device, is not taken', async (at, sequence) => {
	const event = { id: newId(), device: 'phone', sequence, at, kind: 'goodbye' as const };
	const said = await testApp.as(recordTalk, { interviewId: season.prepared, events: [event] });
	expect(said.receipts).toMatchObject([{ accepted: false }]);
	await comesInAgain();
});

test('instants that come back with an undo are such as are kept', async () => {
	const terms = {
		zone: 'UTC',
		partnerZone: null,
		minutes: 15,
		medium: 'phone',
		place: ''
	} as const;
	for (const startsAt of ['1600-01-01T00:00:00.000Z', 'soon']) {
		const back = { id: newId(), changedAt: '2026-11-23T08:00:00.000Z', startsAt, ...terms };
		await expect(testApp.as(moveMeetingBack, back)).rejects.toMatchObject({
			code: 'input.invalid'
		});
	}
	const answered = { id: newId(), answer: 'not-now', answeredAt: '2026-11-23T08:00:00Z' } as const;
	await expect(testApp.as(takeBackIntroduction, answered)).rejects.toMatchObject({
		code: 'input.invalid'
	});
});
