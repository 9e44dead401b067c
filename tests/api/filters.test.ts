import { afterAll, beforeAll, expect, test } from 'vitest';
import { stageOf } from '#method/stage.ts';
import { newId } from '#server/tokens.ts';
import {
	addOneOfEach,
	addPersonRow,
	insertRow,
	interviewRow,
	seedParents,
	type ParentIds
} from './seed-rows.ts';
import { openRestApi, type RestApi } from './rest-client.ts';

let api: RestApi;
let parents: ParentIds;
beforeAll(async () => {
	api = await openRestApi();
	parents = await seedParents(api);
});
afterAll(() => api.testApp.close());

type Item = Record<string, unknown>;

async function listed(path: string, name: string): Promise<Item[]> {
	const { status, json, text } = await api.send('GET', path);
	expect([status, status === 200 ? '' : text]).toEqual([200, '']);
	return json[name] as Item[];
}

const ids = (items: Item[]) => items.map(({ id }) => String(id)).sort();

test('the filter by stage finds exactly the interviews of that stage, for every combination of dates', async () => {
	const columns = ['asked_at', 'agreed_at', 'held_at', 'thanked_at', 'closed_at'];
	const byStage: Record<string, string[]> = { 'to-ask': [parents.interviewId] };
	for (let mask = 0; mask < 32; mask += 1) {
		const [askedAt, agreedAt, heldAt, thankedAt, closedAt] = columns.map((_, bit) =>
			mask & (1 << bit) ? '2026-10-02T08:00:00.000Z' : null
		);
		const facts = { askedAt, agreedAt, heldAt, thankedAt, closedAt };
		const id = newId();
		const personId = await addPersonRow(api, `Partner ${String(mask)}`);
		const dates = Object.fromEntries(
			columns.map((name, at) => [name, Object.values(facts)[at] ?? null])
		);
		const because = closedAt ? { closed_because: 'no-answer' } : {};
		await insertRow(
			api,
			'interviews',
			interviewRow(id, { ...parents, personId }, { ...dates, ...because })
		);
		(byStage[stageOf({ wishedAt: 'x', ...facts })] ??= []).push(id);
	}
	for (const [stage, expected] of Object.entries(byStage)) {
		const found = await listed(`/interviews/find?stage=${stage}&limit=100`, 'interviews');
		expect([stage, ids(found)]).toEqual([stage, expected.sort()]);
		expect(found.every((each) => each.stage === stage)).toBe(true);
	}
});

test('interviews by theme, channel and partner, alone and together', async () => {
	const personId = await addPersonRow(api, 'Ada Holm');
	const own = newId();
	const other = { personId, themeId: parents.otherThemeId };
	await insertRow(api, 'interviews', interviewRow(own, other, { channel: 'school' }));
	for (const query of [
		`themeId=${parents.otherThemeId}`,
		'channel=school',
		`personId=${personId}`,
		`channel=school&personId=${personId}&stage=to-ask`
	]) {
		expect([query, ids(await listed(`/interviews/find?${query}`, 'interviews'))]).toEqual([
			query,
			[own]
		]);
	}
	const none = `/interviews/find?channel=network&personId=${personId}`;
	expect(await listed(none, 'interviews')).toEqual([]);
});

test('lists by theme return what belongs to that theme, and nothing for an unknown theme', async () => {
	for (let index = 1; index <= 9; index += 1) await addOneOfEach(api, parents, index);
	for (const [path, name] of [
		['/introduction-requests', 'introductionRequests'],
		['/introductions/find', 'introductions'],
		['/schools', 'schools'],
		['/events', 'events'],
		['/insights', 'insights']
	] as const) {
		expect(await listed(`${path}?themeId=${parents.otherThemeId}`, name)).toHaveLength(3);
		expect(await listed(`${path}?themeId=${parents.themeId}`, name)).toHaveLength(6);
		expect(await listed(`${path}?themeId=${newId()}`, name)).toEqual([]);
	}
});

test('filters of insights, favours, asks and introductions', async () => {
	expect(await listed('/insights?stance=for&aspect=day-to-day', 'insights')).toHaveLength(9);
	expect(await listed('/insights?stance=against', 'insights')).toEqual([]);
	expect(await listed(`/insights?interviewId=${newId()}`, 'insights')).toEqual([]);
	expect(await listed('/favours?direction=from-partner', 'favours')).toHaveLength(9);
	expect(await listed('/favours?direction=to-partner', 'favours')).toEqual([]);
	expect(await listed('/introduction-requests?state=open', 'introductionRequests')).toHaveLength(9);
	expect(await listed('/introduction-requests?state=ended', 'introductionRequests')).toEqual([]);
	expect(await listed('/introductions/find?state=open', 'introductions')).toHaveLength(9);
	expect(await listed('/introductions/find?state=lapsed', 'introductions')).toEqual([]);
	const through = `/introductions/find?connectorId=${parents.personId}`;
	expect(await listed(through, 'introductions')).toHaveLength(9);
	expect(await listed('/organizations?kind=school&limit=5', 'organizations')).toHaveLength(5);
	expect(await listed('/organizations?kind=employer', 'organizations')).toEqual([]);
});

test('an unknown value of a filter is refused at its field', async () => {
	const answer = await api.send('GET', '/interviews/find?stage=dreaming');
	expect([answer.status, answer.json.errors]).toMatchObject([422, [{ field: 'stage' }]]);
});
