import { expect, test } from 'vitest';
import { changeInterview } from '#features/interviews/operations.server.ts';
import { goodText, seasonOfTests } from '#tests/support/season-parts.ts';
import {
	checkText,
	draftMessage,
	writeTemplate,
	markSent,
	resetTemplate,
	getTemplate,
	takeBackDraft,
	writeMessage
} from './operations.server.ts';

const season = await seasonOfTests();

const refused = (code: string) => ({ code });

test('a draft is filled with known facts; unknown ones stay as placeholders', async () => {
	const interviewId = await season.prepared('Joan Whitcombe');
	const first = await season.as(draftMessage, { interviewId, minutes: 20, medium: 'in-person' });
	expect(first.subject).toBe('20 minutes about magazine editing');
	expect(first.body).toContain('Hello Joan,');
	expect(first.body).toContain('because you cook a recipe before you print it.');
	expect(first.body).toContain('20 minutes for me in person, in the week of 30 November?');
	expect(first.body).toContain('to hear what an ordinary closing week looks like.');
	expect(first.body).toContain('{{connection}}');
	expect(first.body.endsWith('Mara Lindqvist')).toBe(true);
	await season.as(changeInterview, {
		id: interviewId,
		connection: 'Karin thought we should meet.'
	});
	const again = await season.as(draftMessage, { interviewId, startOver: 'yes' });
	expect(again.body).toContain('Karin thought we should meet. I am exploring');
});

test('an existing draft keeps its text; only length and medium are changed', async () => {
	const interviewId = await season.prepared('Ada One');
	await season.as(writeMessage, { interviewId, purpose: 'request', ...goodText });
	const kept = await season.as(draftMessage, { interviewId, minutes: 10, medium: 'video' });
	expect(kept.subject).toBe('Ten minutes about magazine editing');
	expect(kept.body).toBe(
		goodText.body.replace('15 minutes', '10 minutes').replace('by phone', 'by video')
	);
	expect(kept).toMatchObject({ minutes: 10, former: false });
	const current = await season.as(draftMessage, {
		interviewId,
		subject: 'Unsaved',
		body: 'Unsaved words, 10 minutes by video?',
		medium: 'phone'
	});
	expect(current).toMatchObject({
		subject: 'Unsaved',
		body: 'Unsaved words, 10 minutes by phone?'
	});
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

test('a draft changed in another window is not overwritten', async () => {
	const interviewId = await season.prepared('Cid Three');
	const text = { interviewId, purpose: 'request' as const, subject: 'One', body: 'a\r\nb' };
	const first = await season.as(writeMessage, text);
	expect(first.body).toBe('a\nb');
	season.clock.set('2026-11-23T08:05:00.000Z');
	await season.as(writeMessage, { ...text, subject: 'Two', changedAt: first.changedAt });
	await expect(
		season.as(writeMessage, { ...text, subject: 'Three', changedAt: first.changedAt })
	).rejects.toMatchObject(refused('messages.changed-elsewhere'));
	const same = { ...text, subject: 'Two', body: 'a\r\nb', changedAt: first.changedAt };
	expect(await season.as(writeMessage, same)).toMatchObject({ body: 'a\nb' });
});

test('a window that read no draft overwrites none', async () => {
	const interviewId = await season.prepared('Cora Blank');
	const about = { interviewId, purpose: 'request' as const };
	const text = { subject: 'Fifteen minutes', body: goodText.body };
	const kept = await season.as(writeMessage, { ...about, ...text, changedAt: null });
	const elsewhere = refused('messages.changed-elsewhere');
	const other = { ...about, subject: 'Other', changedAt: null };
	await expect(season.as(writeMessage, { ...other, body: 'Other words' })).rejects.toMatchObject(
		elsewhere
	);
	await expect(
		season.as(draftMessage, { ...other, body: '', startOver: 'yes' })
	).rejects.toMatchObject(elsewhere);
	await expect(
		season.as(markSent, { ...other, through: 'copied', body: `${goodText.body} Indeed.` })
	).rejects.toMatchObject(elsewhere);
	const fresh = await season.as(draftMessage, {
		...other,
		body: '',
		changedAt: kept.changedAt,
		startOver: 'yes'
	});
	expect(await season.as(takeBackDraft, { ...about, changedAt: fresh.changedAt })).toMatchObject(
		text
	);
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

test('an own template is saved by channel, used for drafts, and reset', async () => {
	const which = { purpose: 'request', channel: 'network' } as const;
	expect((await season.as(getTemplate, which)).own).toBe('ours');
	await season.as(writeTemplate, {
		...which,
		subject: 'Hello',
		body: 'Dear {{partner}},\r\n{{me}}'
	});
	const kept = await season.as(getTemplate, which);
	expect(kept).toMatchObject({ own: 'yours', body: 'Dear {{partner}},\n{{me}}' });
	expect(kept.placeholders.map((each) => each.name)).toContain('why you');
	const interviewId = await season.prepared('Ned Fourteen');
	const draft = await season.as(draftMessage, { interviewId });
	expect(draft.body).toBe('Dear Ned,\nMara Lindqvist');
	await season.as(resetTemplate, which);
	expect((await season.as(getTemplate, which)).own).toBe('ours');
	await expect(season.as(resetTemplate, which)).rejects.toMatchObject(refused('wording.missing'));
	await expect(
		season.as(writeTemplate, { ...which, subject: ' ', body: 'x' })
	).rejects.toMatchObject({ fields: [{ field: 'subject' }] });
});
