import type { RequestEvent } from '@sveltejs/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getBrief } from '#features/preparation/operations.server.ts';
import { toastAfter } from '#tests/support/page-event.ts';
import { openSeason, type Season } from '#tests/support/season-parts.ts';
import { POST } from '../../../../undo/+server.ts';
import { prepareActions } from './prepare-actions.server.ts';

let season: Season;
let id: string;
beforeAll(async () => {
	season = await openSeason();
	id = await season.prepared('Wilhelmina Ostrander');
});
afterAll(() => season.close());

const undo = POST as unknown as (event: RequestEvent) => unknown;
const script = async () => (await season.as(getBrief, { id })).script.text;

type Action = (event: Parameters<typeof prepareActions.writeScript>[0]) => unknown;
const post = (action: Action, form: Record<string, string>) =>
	toastAfter(action, season, `/interviews/${id}/prepare?/form`, form, { id });

test('an autosaved text and an unchanged one show no toast', async () => {
	const form = { interviewId: id, text: 'I am Mara.', was: '' };
	const quiet = await post(prepareActions.writeScript, { ...form, $quietly: '1' });
	expect(quiet.toast).toBeUndefined();
	expect(await script()).toBe('I am Mara.');
	expect((await post(prepareActions.writeScript, form)).toast).toBeUndefined();
});

test('a saved text shows a toast, whose undo restores the previous text', async () => {
	const before = await script();
	const form = { interviewId: id, text: 'I am Mara, and I edit.', was: before };
	const { toast } = await post(prepareActions.writeScript, form);
	expect(toast).toMatchObject({ text: 'Saved', hasUndo: true });
	const back = { $toast: toast?.id ?? '', $back: `/interviews/${id}/prepare` };
	expect((await toastAfter(undo, season, '/undo', back)).toast?.text).toBe('Undone');
	expect(await script()).toBe(before);
});

test('a question is asked again without an undo where nothing was known of it', async () => {
	const form = { interviewId: id, text: 'Which issue went wrong?' };
	const added = await post(prepareActions.addQuestion, form);
	expect(added.toast?.text).toContain('Question added');
	const { questions } = await season.as(getBrief, { id });
	const own = questions.find(({ text }) => text === form.text);
	const { toast } = await post(prepareActions.unmarkKnown, {
		interviewId: id,
		id: own?.id ?? ''
	});
	expect(toast).toMatchObject({ text: 'Question restored', hasUndo: false });
});
