import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson } from '#features/people/operations.server.ts';
import { operationsIn } from '#server/perform.ts';
import { newId } from '#server/tokens.ts';
import * as interviews from './operations.server.ts';
import {
	changeInterview,
	closeInterview,
	planningChoices,
	noteAnswer,
	planInterview,
	removeInterview,
	reopenInterview,
	uncloseInterview,
	unnoteAnswer
} from './operations.server.ts';
import { listInterviews } from '#features/today/operations.server.ts';
import { getInterview } from '#features/interview-page/operations.server.ts';
import { openSeason, type Season } from '#tests/support/season-parts.ts';
import { statementsOf } from '#tests/support/plans.ts';

let season: Season;
beforeAll(async () => {
	season = await openSeason();
});
afterAll(() => season.close());

const refused = (code: string) => ({ code });
const stageOf = async (id: string) => (await season.as(getInterview, { id })).stage;

test('an interview is planned with a connector, and is at its first stage', async () => {
	const personId = await season.addPerson('Joan Whitcombe');
	const connectorId = await season.addPerson('Karin Ekblad');
	const { id } = await season.as(planInterview, {
		personId,
		themeId: season.themeId,
		channel: 'network',
		connectorId,
		connection: 'From the corrections page'
	});
	const seen = await season.as(getInterview, { id });
	expect(seen).toMatchObject({
		stage: 'to-ask',
		connector: { name: 'Karin Ekblad' },
		theme: { title: 'Magazine editing', seat: 1 },
		askedThisSeason: 0,
		mayRemove: true
	});
	expect(seen.misses.map((miss) => miss.code)).toEqual(['goal', 'source']);
	expect(seen.refusals.map((each) => each.code)).toEqual([
		'outreach.no-goal',
		'outreach.no-source'
	]);
	expect(seen.timeline.map((item) => item.when)).toContain('now');
});

test('a school is made from its name once, and found by it again', async () => {
	const made = [];
	for (const name of ['Ada One', 'Bea Two']) {
		const { id } = await season.as(planInterview, {
			personId: await season.addPerson(name),
			themeId: season.themeId,
			channel: 'school',
			organizationName:
				name === 'Ada One' ? 'Edinburgh School of Editing' : 'edinburgh school of  editing'
		});
		made.push((await season.as(getInterview, { id })).organization);
	}
	expect(made[0]).toMatchObject({ name: 'Edinburgh School of Editing' });
	expect(made[1]).toEqual(made[0]);
	const { schools } = await season.as(planningChoices, {});
	expect(schools).toContainEqual(made[0]);
});

test('a school whose name has no letters is itself and no other, found without reading them all', async () => {
	const schoolOf = async (name: string, organizationName: string) => {
		const personId = await season.addPerson(name);
		const { themeId } = season;
		const plan = { personId, themeId, channel: 'school' as const, organizationName };
		const { id } = await season.as(planInterview, plan);
		return (await season.as(getInterview, { id })).organization;
	};
	const blossom = await schoolOf('Dag Four', '🌸');
	const exclaimed = await schoolOf('Eve Five', '!!!');
	expect([blossom?.name, exclaimed?.name]).toEqual(['🌸', '!!!']);
	const { result: again, queries } = await statementsOf(() => schoolOf('Fay Six', ' 🌸 '));
	expect(again).toEqual(blossom);
	const reads = queries.map(({ sql }) => sql).filter((sql) => sql.includes('from "organizations"'));
	expect(reads.length).toBeGreaterThan(0);
	for (const sql of reads) expect(sql).toMatch(/"(name_key|id)" = /);
	const { queries: byId } = await statementsOf(async () =>
		season.as(planInterview, {
			personId: await season.addPerson('Gil Seven'),
			themeId: season.themeId,
			channel: 'school',
			organizationId: exclaimed?.id
		})
	);
	expect(byId.filter(({ parameters }) => parameters.includes(5000))).toEqual([]);
});

test('what does not belong to the channel is left out', async () => {
	const connectorId = await season.addPerson('Tobias Lindgren');
	const { id } = await season.as(planInterview, {
		personId: await season.addPerson('Cid Three'),
		themeId: season.themeId,
		channel: 'direct',
		connectorId,
		organizationName: 'Guild'
	});
	const seen = await season.as(getInterview, { id });
	expect([seen.connector, seen.organization]).toEqual([null, null]);
	await season.as(changeInterview, { id, channel: 'network', connectorId });
	expect((await season.as(getInterview, { id })).connector?.name).toBe('Tobias Lindgren');
	await season.as(changeInterview, { id, channel: 'association', organizationName: 'Guild' });
	const moved = await season.as(getInterview, { id });
	expect([moved.connector, moved.organization?.name]).toEqual([null, 'Guild']);
	await season.as(changeInterview, { id, connection: 'Met at the fair' });
	expect((await season.as(getInterview, { id })).organization?.name).toBe('Guild');
});

test('planning is refused with a reason', async () => {
	const themeId = season.themeId;
	const personId = await season.addPerson('Dan Four');
	const plan = { personId, themeId, channel: 'network' as const };
	const silent = await season.addPerson('Gustav Palmér', { doNotContact: true });
	await expect(season.as(planInterview, { ...plan, personId: silent })).rejects.toMatchObject(
		refused('people.do-not-contact')
	);
	await expect(
		season.as(planInterview, { ...plan, themeId: season.parkedThemeId })
	).rejects.toMatchObject({ code: 'themes.not-open', fields: [{ field: 'themeId' }] });
	await expect(season.as(planInterview, { ...plan, connectorId: personId })).rejects.toMatchObject(
		refused('interviews.connector-is-partner')
	);
	await expect(season.as(planInterview, { ...plan, connectorId: newId() })).rejects.toMatchObject(
		refused('person.missing')
	);
	await expect(
		season.as(planInterview, { ...plan, channel: 'school', organizationId: newId() })
	).rejects.toMatchObject(refused('organization.missing'));
	await expect(season.as(planInterview, { ...plan, themeId: newId() })).rejects.toMatchObject(
		refused('theme.missing')
	);
	const id = newId();
	await season.as(planInterview, { ...plan, id });
	await season.as(planInterview, { ...plan, id });
	await expect(season.as(planInterview, plan)).rejects.toMatchObject(
		refused('interviews.one-open')
	);
	await expect(
		season.as(planInterview, { ...plan, id, personId: await season.addPerson('Eve Five') })
	).rejects.toMatchObject(refused('interview.other-body'));
	const connectorId = await season.addPerson('Una Six');
	for (const other of [
		{ channel: 'direct' as const },
		{ connectorId },
		{ connection: 'Met at the fair' }
	]) {
		await expect(season.as(planInterview, { ...plan, id, ...other })).rejects.toMatchObject(
			refused('interview.other-body')
		);
	}
	const choices = await season.as(planningChoices, { personId });
	expect(choices.person?.openInterviewId).toBe(id);
});

test('people are found to ask, but not those who must not be contacted', async () => {
	await season.as(addPerson, { name: 'Saoirse Mulkearn', position: 'Editor' });
	const { found, connectorsFound } = await season.as(planningChoices, {
		words: 'saoi',
		connectorText: 'saoi'
	});
	expect(found.map((person) => person.name)).toEqual(['Saoirse Mulkearn']);
	expect(connectorsFound).toEqual(found);
});

test('a planned interview can go, one that was asked is closed instead', async () => {
	const planned = await season.prepared('Fay Six');
	await season.as(removeInterview, { id: planned });
	await expect(season.as(getInterview, { id: planned })).rejects.toMatchObject(
		refused('interview.missing')
	);
	const asked = await season.asked('Gil Seven');
	await expect(season.as(removeInterview, { id: asked })).rejects.toMatchObject(
		refused('interviews.asked-already')
	);
	await season.as(closeInterview, { id: asked, reason: 'no-answer' });
});

test('an answer ends the cadence, and can be removed until a later step', async () => {
	const early = await season.prepared('Hal Eight');
	await expect(season.as(noteAnswer, { id: early })).rejects.toMatchObject(
		refused('interviews.not-asked')
	);
	const id = await season.asked('Ida Nine');
	expect((await season.as(getInterview, { id })).cadence).toMatchObject({ quietFor: 0 });
	const { answeredAt } = await season.as(noteAnswer, { id });
	const seen = await season.as(getInterview, { id });
	expect([seen.stage, seen.cadence]).toEqual(['asked', null]);
	await expect(season.as(noteAnswer, { id })).rejects.toMatchObject(
		refused('interviews.answered-already')
	);
	await expect(
		season.as(unnoteAnswer, { id, answeredAt: '2026-01-01T00:00:00.000Z' })
	).rejects.toMatchObject(refused('interviews.changed-since'));
	await season.as(unnoteAnswer, { id, answeredAt });
	expect((await season.as(getInterview, { id })).cadence).not.toBeNull();
	await season.as(closeInterview, { id, reason: 'not-now' });
	await expect(season.as(noteAnswer, { id })).rejects.toMatchObject(refused('interviews.closed'));
});

test('a declined interview stays closed, but a mistaken closing can be undone within the hour', async () => {
	const id = await season.asked('Jo Ten');
	await expect(season.as(closeInterview, { id, reason: 'soon' as 'other' })).rejects.toMatchObject({
		fields: [{ field: 'reason' }]
	});
	const { closedAt } = await season.as(closeInterview, { id, reason: 'declined' });
	await expect(season.as(closeInterview, { id, reason: 'other' })).rejects.toMatchObject(
		refused('interviews.closed-already')
	);
	await expect(season.as(reopenInterview, { id })).rejects.toMatchObject(
		refused('interviews.stays-closed')
	);
	await season.as(uncloseInterview, { id, closedAt });
	expect(await stageOf(id)).toBe('asked');
	await expect(season.as(uncloseInterview, { id, closedAt })).rejects.toMatchObject(
		refused('interviews.changed-since')
	);
	await expect(season.as(reopenInterview, { id })).rejects.toMatchObject(
		refused('interviews.open-already')
	);
	const again = await season.as(closeInterview, { id, reason: 'declined' });
	const now = season.clock.now();
	season.clock.set('2026-11-23T09:30:00.000Z');
	await expect(season.as(uncloseInterview, { id, closedAt: again.closedAt })).rejects.toMatchObject(
		refused('interviews.changed-since')
	);
	season.clock.set(now);
});

test('a closed interview is reopened only while its place is free', async () => {
	const id = await season.prepared('Kim Eleven');
	await season.as(closeInterview, { id, reason: 'not-now' });
	const { person, mayReopen } = await season.as(getInterview, { id });
	expect(mayReopen).toBe(true);
	const second = await season.as(planInterview, {
		personId: person.id,
		themeId: season.themeId,
		channel: 'direct'
	});
	await expect(season.as(reopenInterview, { id })).rejects.toMatchObject(
		refused('interviews.one-open')
	);
	await season.as(removeInterview, { id: second.id });
	await season.as(reopenInterview, { id });
	expect(await stageOf(id)).toBe('to-ask');
	await season.as(closeInterview, { id, reason: 'not-now' });
	await expect(season.as(changeInterview, { id, connection: 'x' })).rejects.toMatchObject(
		refused('interviews.closed')
	);
});

test('the list has each open stage, counts the closed ones, and pages a stage', async () => {
	const own = await openSeason();
	try {
		for (let count = 0; count < 14; count += 1) {
			await own.as(planInterview, {
				personId: await own.addPerson(`Wish ${String(count).padStart(2, '0')}`),
				themeId: own.themeId,
				channel: 'direct'
			});
		}
		const ready = await own.prepared('Ready Now');
		const asked = await own.asked('Ruth Ellery');
		const closed = await own.asked('Owen Castellan');
		await own.as(closeInterview, { id: closed, reason: 'no-answer' });
		const overview = await own.as(listInterviews, {});
		expect(overview.columns.map((column) => [column.stage, column.count])).toEqual([
			['to-ask', 15],
			['asked', 1],
			['agreed', 0],
			['talked', 0],
			['thanked', 0]
		]);
		expect(overview.columns[0]?.cards).toHaveLength(12);
		expect(overview.columns[0]?.cards[0]?.id).toBe(ready);
		expect(overview.columns[1]?.cards[0]).toMatchObject({
			id: asked,
			next: { words: 'Asked today', tone: 'none' }
		});
		expect(overview).toMatchObject({
			closedCount: 1,
			waiting: { count: 1, of: 5 },
			lede: 'No conversation yet. One request is waiting for an answer.'
		});
		const all = await own.as(listInterviews, { stage: 'to-ask' });
		expect(all.columns[0]?.cards).toHaveLength(15);
		const last = all.columns[0]?.cards.at(-2)?.id;
		const page = await own.as(listInterviews, { stage: 'to-ask', after: last });
		expect(page.columns[0]?.cards).toHaveLength(1);
		const ended = await own.as(listInterviews, { stage: 'closed' });
		expect(ended.columns[0]?.cards[0]?.next.words).toBe('No answer, 23 November');
		const none = await own.as(listInterviews, { stage: 'closed', after: closed });
		expect(none.columns[0]?.cards).toEqual([]);
		await expect(own.as(listInterviews, { stage: 'closed', after: newId() })).rejects.toMatchObject(
			refused('interview.missing')
		);
	} finally {
		await own.close();
	}
});

test('what belongs to somebody else answers like what does not exist', async () => {
	const id = await season.prepared('Lou Twelve');
	const stranger = await season.another('Nadia Ferreira');
	for (const operation of operationsIn(interviews)) {
		if (!operation.http.path.includes('{id}')) continue;
		const example = operation.example as Record<string, unknown>;
		const answers = await Promise.all(
			[id, newId()].map((each) =>
				season.as(operation, { ...example, id: each }, stranger).then(
					() => undefined,
					(error: unknown) => error
				)
			)
		);
		expect(answers[0], operation.name).toMatchObject({ code: 'interview.missing' });
		expect(String(answers[0])).toBe(String(answers[1]));
	}
	const { person } = await season.as(getInterview, { id });
	const theirs = { personId: person.id, themeId: season.themeId, channel: 'direct' as const };
	await expect(season.as(planInterview, theirs, stranger)).rejects.toMatchObject(
		refused('person.missing')
	);
});
