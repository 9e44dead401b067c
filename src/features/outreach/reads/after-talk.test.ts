import { expect, test } from 'vitest';
import { addHours } from '#kernel/clock.ts';
import { closeInterview, planInterview } from '#features/interviews/operations.server.ts';
import { getInterview } from '#features/interview-page/operations.server.ts';
import { seasonOfTests } from '#tests/support/season-parts.ts';
import { addInsight, getReflection } from '#features/reflection/operations.server.ts';
import { updatesDue } from '#features/reflection/reads/updates-due.server.ts';
import { introducedBy, readScope, talked } from '#tests/support/talked.ts';
import { testStart } from '#tests/support/app.ts';
import {
	checkText,
	draftMessage,
	markSent,
	noteMessageAnswer,
	getTemplate,
	takeBackDraft,
	unmarkSent,
	unnoteMessageAnswer,
	writeMessage
} from '../operations.server.ts';
import { afterPurposes, type AfterPurpose } from '#method/purposes.ts';

const season = await seasonOfTests();

const refused = (code: string) => ({ code });
const body =
	'Dear Priya, the corridor on Wednesdays has not left me. I had pictured an office and a box of tissues. I will ask the next counsellor where they stand. Thank you for twenty minutes.';
const send = (interviewId: string, purpose: AfterPurpose) =>
	season.as(markSent, { interviewId, purpose, through: 'copied', subject: 'Thank you', body });
const back = (interviewId: string, purpose: AfterPurpose, sentAt?: string) =>
	season.as(unmarkSent, { interviewId, purpose, sentAt });
const after = (days: number) => {
	season.clock.set(addHours(testStart, days * 24));
};
const stage = async (id: string) => (await season.as(getInterview, { id })).stage;
const owed = async (id: string) =>
	(await updatesDue(readScope(season))).find(({ interviewId }) => interviewId === id);

test('a thank-you is drafted from what was said, and what it changed stays open', async () => {
	const interviewId = await talked(season, 'Priya Raman');
	const purpose = 'thank-you';
	await season.as(addInsight, {
		interviewId,
		words: 'Nobody books an hour to cry.',
		aspect: 'day-to-day',
		stance: 'for'
	});
	const draft = await season.as(draftMessage, { interviewId, purpose, minutes: 20 });
	expect(draft).toMatchObject({ minutes: null, subject: 'Thank you for your time' });
	expect(draft.body).toContain(
		'You said “Nobody books an hour to cry”, and I have thought about it since we spoke today.'
	);
	expect(draft.body).toContain('{{what it changed}}');
	const check = await season.as(checkText, { ...draft, interviewId });
	expect(check.findings.map(({ code }) => code)).toEqual(['placeholder']);
	const unfilled = { interviewId, purpose, through: 'copied' } as const;
	await expect(season.as(markSent, unfilled)).rejects.toMatchObject(
		refused('messages.placeholder')
	);
	await season.as(writeMessage, { interviewId, purpose, subject: '', body: 'My own words' });
	const kept = await season.as(draftMessage, { interviewId, purpose, minutes: 10 });
	expect(kept.body).toBe('My own words');
	const fresh = await season.as(draftMessage, { interviewId, purpose, startOver: 'yes' });
	const undo = { interviewId, purpose, changedAt: fresh.changedAt } as const;
	expect(await season.as(takeBackDraft, undo)).toMatchObject({ body: 'My own words' });
	after(1);
	const late = await season.as(draftMessage, { interviewId, purpose, startOver: 'yes' });
	expect(late.body).toContain('and I have thought about it often since we spoke yesterday.');
});

test('thanked once: the stage, the dates that follow, and the way back', async () => {
	const interviewId = await talked(season, 'Thea Thanked');
	const { sentAt, next, updateOn } = await send(interviewId, 'thank-you');
	expect([updateOn, next.followUpOn, next.closeOn]).toEqual(['2026-12-07', null, null]);
	expect(await stage(interviewId)).toBe('thanked');
	expect(await season.as(getReflection, { id: interviewId })).toMatchObject({
		thanks: { state: 'sent', words: '', message: { sentAt } }
	});
	await expect(send(interviewId, 'thank-you')).rejects.toMatchObject(
		refused('outreach.thanked-already')
	);
	await expect(
		season.as(writeMessage, { interviewId, purpose: 'thank-you', subject: '', body: '' })
	).rejects.toMatchObject(refused('messages.sent-already'));
	await expect(back(interviewId, 'thank-you', '2026-01-01T00:00:00.000Z')).rejects.toMatchObject(
		refused('messages.followed')
	);
	await back(interviewId, 'thank-you', sentAt);
	expect(await stage(interviewId)).toBe('talked');
	await expect(back(interviewId, 'thank-you')).rejects.toMatchObject(refused('messages.not-sent'));
});

test('a thank-you stays while another interview with the same partner is open', async () => {
	const interviewId = await talked(season, 'Otto Other');
	await send(interviewId, 'thank-you');
	const { person } = await season.as(getInterview, { id: interviewId });
	const plan = { personId: person.id, themeId: season.themeId, channel: 'direct' } as const;
	const second = await season.as(planInterview, plan);
	await expect(back(interviewId, 'thank-you')).rejects.toMatchObject(
		refused('interviews.one-open')
	);
	await season.as(closeInterview, { id: second.id, reason: 'other' });
	await back(interviewId, 'thank-you');
});

test('two updates, two weeks apart, then never again', async () => {
	const interviewId = await talked(season, 'Una Update');
	await expect(send(interviewId, 'update')).rejects.toMatchObject(refused('outreach.thank-first'));
	await send(interviewId, 'thank-you');
	expect(await owed(interviewId)).toMatchObject({
		personName: 'Una Update',
		firstUpdateSentAt: null,
		nothingLearned: true
	});
	await expect(send(interviewId, 'second-update')).rejects.toMatchObject(
		refused('outreach.not-told')
	);
	after(14);
	const first = await send(interviewId, 'update');
	expect(first.updateOn).toBe('2026-12-21');
	await expect(send(interviewId, 'update')).rejects.toMatchObject(refused('outreach.told-already'));
	await expect(back(interviewId, 'thank-you')).rejects.toMatchObject(refused('messages.followed'));
	const seen = await season.as(getReflection, { id: interviewId });
	expect(seen.update).toMatchObject({ next: 'second-update', dueOn: '2026-12-21', message: null });
	await expect(send(interviewId, 'second-update')).rejects.toMatchObject(
		refused('outreach.update-early')
	);
	after(28);
	const draft = await season.as(draftMessage, { interviewId, purpose: 'second-update' });
	expect(draft.body).toContain('On 7 December I wrote to you');
	const second = await send(interviewId, 'second-update');
	expect(second.updateOn).toBeNull();
	expect(await owed(interviewId)).toMatchObject({
		toldAt: first.sentAt,
		firstUpdateSentAt: first.sentAt,
		secondUpdateSentAt: second.sentAt
	});
	for (const purpose of ['update', 'second-update'] as const) {
		await expect(send(interviewId, purpose)).rejects.toMatchObject(
			refused('outreach.updates-over')
		);
	}
	const over = await season.as(getReflection, { id: interviewId });
	expect(over.update).toMatchObject({ next: null, dueOn: null, over: 'two-unanswered' });
	await expect(back(interviewId, 'update')).rejects.toMatchObject(refused('messages.followed'));
	await back(interviewId, 'second-update', second.sentAt);
	await back(interviewId, 'update', first.sentAt);
	expect(await owed(interviewId)).toMatchObject({ toldAt: null, firstUpdateSentAt: null });
});

test('an answer to an update ends the updates, and can be taken back', async () => {
	const interviewId = await talked(season, 'Ann Answered');
	const about = { interviewId, purpose: 'update' } as const;
	await expect(season.as(noteMessageAnswer, about)).rejects.toMatchObject(
		refused('messages.not-sent')
	);
	await send(interviewId, 'thank-you');
	await send(interviewId, 'update');
	const { answeredAt } = await season.as(noteMessageAnswer, about);
	await expect(season.as(noteMessageAnswer, about)).rejects.toMatchObject(
		refused('messages.answered-already')
	);
	await expect(back(interviewId, 'update')).rejects.toMatchObject(refused('messages.followed'));
	after(30);
	await expect(send(interviewId, 'second-update')).rejects.toMatchObject(
		refused('outreach.update-answered')
	);
	const seen = await season.as(getReflection, { id: interviewId });
	expect(seen.update).toMatchObject({ next: null, over: 'answered', sent: [{ answeredAt }] });
	await expect(
		season.as(unnoteMessageAnswer, { ...about, answeredAt: testStart.replace('08', '09') })
	).rejects.toMatchObject(refused('messages.not-answered'));
	await season.as(unnoteMessageAnswer, { ...about, answeredAt });
	await send(interviewId, 'second-update');
});

test('the connector is thanked and told once', async () => {
	const interviewId = await talked(season, 'Cy Connected');
	await expect(
		season.as(draftMessage, { interviewId, purpose: 'connector-thanks' })
	).rejects.toMatchObject(refused('outreach.no-connector'));
	const connectorId = await introducedBy(season, interviewId, 'Tobias Lindgren');
	const draft = await season.as(draftMessage, { interviewId, purpose: 'connector-thanks' });
	expect(draft.subject).toBe('Thank you for introducing Cy');
	expect(draft.body).toContain('Dear Tobias,');
	const thanked = await send(interviewId, 'connector-thanks');
	await expect(send(interviewId, 'connector-thanks')).rejects.toMatchObject(
		refused('outreach.thanked-already')
	);
	expect(await stage(interviewId)).toBe('talked');
	await send(interviewId, 'thank-you');
	expect(await owed(interviewId)).toMatchObject({
		connectorId,
		connectorName: 'Tobias Lindgren',
		connectorThankedAt: thanked.sentAt,
		connectorToldAt: null
	});
	after(14);
	expect((await season.as(getReflection, { id: interviewId })).connector).toMatchObject({
		givenName: 'Tobias',
		tellOn: '2026-12-07'
	});
	const told = await send(interviewId, 'connector-update');
	await expect(send(interviewId, 'connector-update')).rejects.toMatchObject(
		refused('outreach.connector-told')
	);
	await expect(back(interviewId, 'connector-thanks')).rejects.toMatchObject(
		refused('messages.followed')
	);
	expect(await owed(interviewId)).toMatchObject({ connectorToldAt: told.sentAt });
	await back(interviewId, 'connector-update', told.sentAt);
	await back(interviewId, 'connector-thanks', thanked.sentAt);
	expect(await owed(interviewId)).toMatchObject({ connectorThankedAt: null });
});

test('thanks and updates are refused before the interview, for people not to be contacted, and once closed', async () => {
	const early = await season.prepared('Eli Early');
	for (const purpose of afterPurposes) {
		await expect(send(early, purpose)).rejects.toMatchObject(refused('outreach.not-held'));
		await expect(season.as(draftMessage, { interviewId: early, purpose })).rejects.toMatchObject(
			refused('outreach.not-held')
		);
	}
	const interviewId = await talked(season, 'Lea Quiet');
	await introducedBy(season, interviewId, 'Con Nector');
	await season.open
		.transaction()
		.execute((tx) =>
			tx
				.updateTable('people')
				.set({ do_not_contact_at: testStart })
				.where('name', 'in', ['Lea Quiet', 'Con Nector'])
				.execute()
		);
	for (const purpose of ['thank-you', 'connector-thanks'] as const) {
		await expect(send(interviewId, purpose)).rejects.toMatchObject(
			refused('people.do-not-contact')
		);
	}
	await season.as(closeInterview, { id: interviewId, reason: 'other' });
	await expect(send(interviewId, 'thank-you')).rejects.toMatchObject(refused('interviews.closed'));
});

test('every purpose has a default template, and each placeholder is explained', async () => {
	for (const purpose of afterPurposes) {
		const template = await season.as(getTemplate, { purpose, channel: 'network' });
		const open = new Set(
			[...`${template.subject} ${template.body}`.matchAll(/\{\{([^}]+)\}\}/g)].map(
				([, name]) => name
			)
		);
		expect(new Set(template.placeholders.map(({ name }) => name))).toEqual(open);
	}
});
