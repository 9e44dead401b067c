import type { RequestEvent } from '@sveltejs/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addHours } from '#kernel/clock.ts';
import { addPerson, forgetPerson, getPerson } from '#features/people/operations.server.ts';
import { POST } from './+server.ts';
import { actions as personActions } from '../(inside)/people/[id]/+page.server.ts';
import { testStart } from '#tests/support/app.ts';
import { pageEvent, toastAfter } from '#tests/support/page-event.ts';
import { openSeason, type Season } from '#tests/support/season-parts.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { toastOf } from '#surfaces/forms/toast.ts';
import { addSchool, getSchool } from '#features/introductions/operations.server.ts';
import { actions as schoolActions } from '../(inside)/introductions/schools/[id]/+page.server.ts';

let season: Season;
beforeAll(async () => {
	season = await openSeason();
});
afterAll(() => season.close());

const undo = POST as unknown as (event: RequestEvent) => unknown;

const because = 'Asked me not to write about the allotment';
async function marked(name: string) {
	const { id } = await season.as(addPerson, { name });
	const path = `/people/${id}?/doNotContact`;
	const said = await toastAfter(personActions.doNotContact, season, path, { because }, { id });
	return { id, ...said };
}
const isMarked = async (id: string) => (await season.as(getPerson, { id })).doNotContactAt !== null;

test('the cookie of a toast is an id; its text and undo step stay on the server', async () => {
	const { id, toast, cookies } = await marked('Wilhelmina Ostrander');
	expect(toast).toMatchObject({
		text: 'Wilhelmina Ostrander marked “Do not contact”',
		hasUndo: true
	});
	expect(cookies).toEqual([toast?.id]);
	expect(await isMarked(id)).toBe(true);
	const pressed = { $toast: toast?.id ?? '', $back: `/people/${id}` };
	const after = await toastAfter(undo, season, '/undo', pressed);
	expect(after.toast?.text).toBe('Undone');
	expect(await isMarked(id)).toBe(false);
	const again = await toastAfter(undo, season, '/undo', pressed);
	expect(again.toast?.text).toContain('was changed');
});

test('a toast of another workspace, an expired one, and one that names an erased person are not found', async () => {
	const { id, toast } = await marked('Ottilie Brandvold');
	const other = await season.another('Ines Okafor');
	const read = (reader: Pick<Season, 'app' | 'caller'>) =>
		toastOf(pageEvent(reader, '/', {}).event, toast?.id ?? '');
	expect(await read({ app: season.app, caller: other })).toBeUndefined();
	season.clock.set(addHours(testStart, 2));
	expect(await read(season)).toBeUndefined();
	season.clock.set(testStart);
	expect(await read(season)).toBeDefined();
	await season.as(forgetPerson, { id });
	expect(await read(season)).toBeUndefined();
	const late = await toastAfter(undo, season, '/undo', { $toast: toast?.id ?? '' });
	expect(late.toast?.text).toContain('too old to undo');
});

test('a page shows the toast of the operation, none where it says so, and where Undo leads', async () => {
	const added = { themeId: season.themeId, name: 'Nordic Editing School' };
	const quietly = act(addSchool, { toast: () => null });
	const quiet = await toastAfter(quietly, season, '/introductions/schools/new?/add', added);
	expect(quiet.toast).toBeUndefined();
	const { id } = await season.as(addSchool, { ...added, name: 'The Copy School' });
	const path = `/introductions/schools/${id}`;
	const { toast } = await toastAfter(
		schoolActions.remove,
		season,
		`${path}?/remove`,
		{ id },
		{ id }
	);
	expect(toast).toMatchObject({
		text: 'The Copy School removed',
		hasUndo: true,
		back: path
	});
	await toastAfter(undo, season, '/undo', { $toast: toast?.id ?? '' });
	expect(await season.as(getSchool, { id })).toMatchObject({
		organization: { name: 'The Copy School' }
	});
});
