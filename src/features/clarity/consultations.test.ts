import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSeason, type Season } from '#tests/support/season-parts.ts';
import { newId } from '#server/tokens.ts';
import {
	draftConsultation,
	markConsultationHeld,
	markConsultationSent,
	getConsultations,
	unmarkConsultationHeld,
	unmarkConsultationSent,
	unwithdrawConsultation,
	withdrawConsultation,
	writeConsultation
} from './operations.server.ts';

let season: Season;
beforeEach(async () => {
	season = await openSeason();
});
afterEach(() => season.close());

function later(): void {
	season.clock.set(new Date(Date.parse(season.clock.now()) + 60_000).toISOString());
}
const view = () => season.as(getConsultations, {});
const draft = (coach = 'Ulla Berg <ulla@post.example>') => season.as(draftConsultation, { coach });
const changed = { code: 'consultations.changed-since', kind: 'conflict' };
const over = { code: 'consultations.over' };

test('a draft tells the titles and nothing else, unless more is chosen', async () => {
	await draft();
	const { open, shareable } = await view();
	expect(open?.shares).toEqual(['themes']);
	expect(open?.text).toMatch(/^Hello Ulla Berg,[^]*Magazine editing\.[^]*Mara Lindqvist$/);
	expect(open?.text).not.toMatch(/strength|criterion|interest \d|value|Small teams/);
	expect(shareable).toContain('criteria');
	later();
	const coach = 'Ulla Berg';
	const { former } = await season.as(draftConsultation, { coach, shares: ['strengths'] });
	expect(former).toBe(open?.id);
	const next = (await view()).open;
	expect(next?.text).toContain('What I am good at: strength');
	expect(next?.text).not.toContain('Magazine editing');
	expect((await season.as(getConsultations, {})).open?.shares).toEqual(['strengths']);
});

test('a replaced draft is restored with its text', async () => {
	const { id } = await draft();
	const first = (await view()).open;
	await season.as(writeConsultation, { id, text: 'My words', changedAt: first?.changedAt });
	later();
	const second = await draft('Another');
	await season.as(unwithdrawConsultation, { id });
	expect((await view()).open).toMatchObject({ id, text: 'My words' });
	await expect(season.as(writeConsultation, { id: second.id, text: 'x' })).rejects.toMatchObject(
		over
	);
});

test('the same id with the same choice is the same draft', async () => {
	const id = newId();
	const same = { id, coach: 'Ulla', shares: ['themes' as const] };
	await season.as(draftConsultation, same);
	expect(await season.as(draftConsultation, same)).toEqual({ id, former: null });
	await expect(season.as(draftConsultation, { ...same, coach: 'Another' })).rejects.toMatchObject({
		code: 'consultation.other-body'
	});
});

test('sent, held, and both undone', async () => {
	const { id } = await draft();
	later();
	const sent = await season.as(markConsultationSent, { id, text: 'As it went out' });
	expect((await view()).open).toMatchObject({ text: 'As it went out', sentAt: sent.changedAt });
	await expect(season.as(writeConsultation, { id, text: 'x' })).rejects.toMatchObject({
		code: 'consultations.sent-already'
	});
	await expect(season.as(markConsultationSent, { id })).rejects.toMatchObject({
		code: 'consultations.sent-already'
	});
	await expect(draft()).rejects.toMatchObject({ code: 'consultations.one-open' });
	later();
	const held = await season.as(markConsultationHeld, { id });
	expect(await view()).toMatchObject({ open: null, held: [{ id, heldAt: held.changedAt }] });
	await expect(season.as(withdrawConsultation, { id })).rejects.toMatchObject(over);
	await expect(
		season.as(unmarkConsultationSent, { id, changedAt: sent.changedAt })
	).rejects.toMatchObject(changed);
	await season.as(unmarkConsultationHeld, { id, changedAt: held.changedAt });
	await season.as(unmarkConsultationSent, { id });
	expect((await view()).open).toMatchObject({ id, sentAt: null });
});

test('withdrawn, restored, and not while another one is sent', async () => {
	const { id } = await draft();
	const { changedAt } = await season.as(withdrawConsultation, { id });
	expect((await view()).open).toBeNull();
	for (const operation of [withdrawConsultation, markConsultationHeld, markConsultationSent]) {
		await expect(season.as(operation, { id })).rejects.toMatchObject(over);
	}
	later();
	const other = await draft('Another');
	await season.as(markConsultationSent, { id: other.id });
	await expect(season.as(unwithdrawConsultation, { id, changedAt })).rejects.toMatchObject(changed);
	await season.as(markConsultationHeld, { id: other.id });
	await season.as(unwithdrawConsultation, { id, changedAt });
	await expect(season.as(unmarkConsultationHeld, { id: other.id })).rejects.toMatchObject(changed);
});

test('a text that is not there, or an unknown share, is refused at its field', async () => {
	const { id } = await draft();
	await expect(season.as(writeConsultation, { id, text: ' ' })).rejects.toMatchObject({
		fields: [{ field: 'text' }]
	});
	await expect(season.as(draftConsultation, { coach: '' })).rejects.toMatchObject({
		fields: [{ field: 'coach' }]
	});
	await expect(season.as(markConsultationSent, { id: newId() })).rejects.toMatchObject({
		code: 'consultation.missing'
	});
});
