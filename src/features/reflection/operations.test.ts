import { expect, test } from 'vitest';
import { addHours } from '#kernel/clock.ts';
import { closeInterview } from '#features/interviews/operations.server.ts';
import { operationsIn } from '#server/perform.ts';
import { seasonOfTests } from '#tests/support/season-parts.ts';
import { holdForeignIsMissing } from '#tests/support/foreign.ts';
import { newId } from '#server/tokens.ts';
import { testStart } from '#tests/support/app.ts';
import * as reflection from './operations.server.ts';
import {
	addInsight,
	addNamedPerson,
	changeFavour,
	finishDebrief,
	giveFavour,
	listFavours,
	listInsights,
	noteFavour,
	removeFavour,
	reopenDebrief,
	getReflection,
	ungiveFavour,
	writeDebrief
} from './operations.server.ts';
import { talked } from '#tests/support/talked.ts';

const season = await seasonOfTests();

const refused = (code: string) => ({ code });
const see = (id: string) => season.as(getReflection, { id });

test('a talk that just ended: what happened, what is offered, what is owed', async () => {
	const id = await talked(season, 'Priya Raman');
	expect(await see(id)).toMatchObject({
		head: { stage: 'talked', person: { givenName: 'Priya' } },
		lede: 'You spoke for 20 minutes this morning and ended on time. Take ten minutes now, while you remember the conversation well.',
		talk: { minutes: 20, overMinutes: 0 },
		late: false,
		debrief: { surprised: '', changedAt: null, doneAt: null },
		insights: [],
		richness: 'No insights yet',
		shallow: null,
		notes: [
			{ text: 'Nobody books an hour to cry.', stance: null, theirWords: true },
			{ text: 'Wednesdays in the corridor', stance: 'for', theirWords: false },
			{ text: 'rain', stance: null, theirWords: false }
		],
		criteria: [{ text: 'criterion 1' }, { text: 'criterion 2' }, { text: 'criterion 3' }],
		themes: [{ id: season.themeId, title: 'Magazine editing', seat: 1 }],
		offeredFavours: ['20 minutes'],
		offeredNames: ['Bettina Oyelaran, Toronto'],
		thanks: { state: 'owed', words: 'Due by tomorrow 08:50, 23 hours left', message: null },
		update: { next: 'update', dueOn: '2026-12-07', over: null, sent: [] },
		connector: null,
		said: ['Nobody books an hour to cry.', 'Wednesdays in the corridor']
	});
	expect((await see(id)).ideas[0]).toContain('“strength 3”');
	season.clock.set(addHours(testStart, 30));
	expect(await see(id)).toMatchObject({ late: true, thanks: { state: 'late' } });
});

test('before the talk nothing can be reflected on, and the page says so', async () => {
	const interviewId = await season.prepared('Ada Early');
	expect(await see(interviewId)).toMatchObject({
		lede: '',
		talk: null,
		thanks: { state: 'none' },
		update: { next: null, dueOn: null, over: null }
	});
	for (const operation of operationsIn(reflection)) {
		const example = operation.example as Record<string, unknown>;
		if (!('interviewId' in example)) continue;
		await expect(season.as(operation, { ...example, interviewId })).rejects.toMatchObject(
			refused('reflection.not-held')
		);
	}
	const closed = await talked(season, 'Cleo Closed');
	await season.as(closeInterview, { id: closed, reason: 'other' });
	await expect(season.as(finishDebrief, { interviewId: closed })).rejects.toMatchObject(
		refused('interviews.closed')
	);
});

test('a debrief is stored answer by answer, marked as done, and continued', async () => {
	const interviewId = await talked(season, 'Bo Brief');
	await expect(season.as(finishDebrief, { interviewId })).rejects.toMatchObject(
		refused('debrief.empty')
	);
	const first = await season.as(writeDebrief, {
		interviewId,
		surprised: 'The corridor\r\non Wednesdays',
		energyBefore: 2
	});
	expect(first).toMatchObject({
		surprised: 'The corridor\non Wednesdays',
		energyBefore: 2,
		next: 'liked'
	});
	season.clock.set(addHours(testStart, 1));
	const second = await season.as(writeDebrief, {
		interviewId,
		liked: 'One person at a time',
		energyBefore: null,
		changedAt: first.changedAt
	});
	expect(second).toMatchObject({ surprised: first.surprised, energyBefore: null });
	await expect(
		season.as(writeDebrief, { interviewId, liked: 'x', changedAt: first.changedAt })
	).rejects.toMatchObject(refused('debrief.changed-elsewhere'));
	await expect(
		season.as(writeDebrief, { interviewId, liked: 'x', changedAt: null })
	).rejects.toMatchObject(refused('debrief.changed-elsewhere'));
	await season.as(writeDebrief, { interviewId, liked: second.liked, changedAt: null });
	await season.as(writeDebrief, { interviewId });
	const { doneAt } = await season.as(finishDebrief, { interviewId });
	expect(await see(interviewId)).toMatchObject({
		debrief: { liked: 'One person at a time', doneAt },
		shallow: expect.stringContaining('six more insights') as string
	});
	await expect(season.as(finishDebrief, { interviewId })).rejects.toMatchObject(
		refused('debrief.done-already')
	);
	const again = { interviewId, doneAt: '2026-01-01T00:00:00.000Z' };
	await expect(season.as(reopenDebrief, again)).rejects.toMatchObject(refused('debrief.not-done'));
	await season.as(reopenDebrief, { interviewId, doneAt });
	expect((await see(interviewId)).debrief.doneAt).toBeNull();
	const last = await season.as(writeDebrief, { interviewId, askNext: 'Why?', finish: 'yes' });
	expect(last).toMatchObject({ askNext: 'Why?', doneAt: season.clock.now(), next: null });
	season.clock.set(addHours(testStart, 2));
	const later = await season.as(writeDebrief, { interviewId, askNext: 'How?', finish: 'yes' });
	expect(later.doneAt).toBe(last.doneAt);
	const blank = await talked(season, 'Bea Blank');
	await expect(
		season.as(writeDebrief, { interviewId: blank, liked: ' ', finish: 'yes' })
	).rejects.toMatchObject(refused('debrief.empty'));
});

test('the ledger runs both ways, and giving back has a date and an undo', async () => {
	const interviewId = await talked(season, 'Gia Gift');
	const id = newId();
	const gave = { interviewId, id, direction: 'from-partner', text: '20 minutes' } as const;
	expect(await season.as(noteFavour, gave)).toMatchObject({ givenOn: '2026-11-23' });
	expect(await season.as(noteFavour, gave)).toMatchObject({ id });
	await expect(season.as(noteFavour, { ...gave, text: 'x' })).rejects.toMatchObject(
		refused('favour.other-body')
	);
	expect((await see(interviewId)).offeredFavours).toEqual([]);
	const back = await season.as(noteFavour, {
		interviewId,
		direction: 'to-partner',
		text: 'A second pair of eyes'
	});
	expect(back.givenOn).toBeNull();
	const tomorrow = { id: back.id, givenOn: '2026-11-24' };
	await expect(season.as(giveFavour, tomorrow)).rejects.toMatchObject({
		code: 'favours.later-than-today',
		fields: [{ field: 'givenOn' }]
	});
	const given = await season.as(giveFavour, { id: back.id });
	expect(given.givenOn).toBe('2026-11-23');
	await expect(season.as(giveFavour, { id: back.id })).rejects.toMatchObject(
		refused('favours.given-already')
	);
	await expect(season.as(giveFavour, { id })).rejects.toMatchObject(refused('favours.theirs'));
	await expect(season.as(ungiveFavour, { id })).rejects.toMatchObject(refused('favours.not-given'));
	await season.as(ungiveFavour, { id: back.id, changedAt: given.changedAt });
	season.clock.set(addHours(testStart, 1));
	const changed = await season.as(changeFavour, { id: back.id, text: 'The budget letter' });
	expect(changed).toMatchObject({ was: 'A second pair of eyes', text: 'The budget letter' });
	await expect(
		season.as(removeFavour, { id: back.id, changedAt: back.changedAt })
	).rejects.toMatchObject(refused('favours.changed-since'));
	const gone = await season.as(removeFavour, { id: back.id });
	await season.as(noteFavour, {
		interviewId,
		id: gone.id,
		direction: gone.direction,
		text: gone.text
	});
	expect((await see(interviewId)).favours.map(({ text }) => text)).toEqual([
		'20 minutes',
		'The budget letter'
	]);
	await expect(season.as(noteFavour, { ...gave, id: newId(), text: ' ' })).rejects.toMatchObject(
		refused('favours.empty')
	);
});

test('what belongs to somebody else answers like what does not exist', async () => {
	const interviewId = await talked(season, 'Zoe Zone');
	const insight = await season.as(addInsight, {
		interviewId,
		text: 'x',
		aspect: 'people',
		stance: 'for'
	});
	const favour = await season.as(noteFavour, { interviewId, direction: 'to-partner', text: 'x' });
	const named = await season.as(addNamedPerson, { interviewId, name: 'Karin' });
	const stranger = await season.another('Nadia Ferreira');
	const own = {
		insights: insight.id,
		favours: favour.id,
		namedPeople: named.id,
		reflection: interviewId
	};
	// Lists take no id: for another workspace they are empty.
	const addressed = operationsIn(reflection).filter(({ http }) => http.path.includes('{'));
	await holdForeignIsMissing(season, stranger, addressed, interviewId, own);
	expect(await season.as(listInsights, { interviewId }, stranger)).toMatchObject({ insights: [] });
	expect(await season.as(listFavours, { interviewId }, stranger)).toMatchObject({ favours: [] });
	expect(await see(interviewId)).toMatchObject({ insights: [{ text: 'x' }], namedPeople: [{}] });
});
