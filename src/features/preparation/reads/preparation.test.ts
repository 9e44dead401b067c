import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#server/tokens.ts';
import { scopeFor, type Scope } from '#server/scope.server.ts';
import { contentsOf } from '#tests/support/canaries.ts';
import { addQuestion, addSource, removeQuestion, writeAnswer } from '../operations.server.ts';
import { briefForTalk, minutesOf, preparationOf } from './preparation.server.ts';
import { draftMessage } from '#features/outreach/operations.server.ts';
import { openBriefs, type BriefSeason } from '#tests/support/briefs.ts';

let season: BriefSeason;
let scope: Scope;
let interviewId: string;
beforeAll(async () => {
	season = await openBriefs();
	const { actor, workspaceId } = season.caller;
	scope = scopeFor(actor, 'read', workspaceId, season.app.database.read);
});
afterAll(() => season.close());
beforeEach(async () => {
	interviewId = await season.planned();
});

test('reading a brief writes nothing', async () => {
	const { workspaceId } = season.caller;
	const before = await contentsOf(season.raw, workspaceId);
	await preparationOf(scope, interviewId);
	await briefForTalk(scope, interviewId);
	await season.brief(interviewId);
	expect(await contentsOf(season.raw, workspaceId)).toBe(before);
});

test('an interview that does not exist has nothing prepared', async () => {
	expect(await preparationOf(scope, newId())).toEqual({
		goals: [],
		sources: [],
		research: { goals: [], sources: [] },
		whyYou: undefined,
		interviewContext: undefined,
		progress: { requestReady: false, briefComplete: false },
		answers: []
	});
});

test('the length is agreed, else asked for, else fifteen minutes', async () => {
	const minutes = async () =>
		minutesOf((await preparationOf(scope, interviewId)).interviewContext!);
	expect(await minutes()).toBe(15);
	await season.as(draftMessage, { interviewId, minutes: 20 });
	expect(await minutes()).toBe(20);
	await season.agree(interviewId, 10);
	expect(await minutes()).toBe(10);
});

test('the parts count what is live, whether it was written down or not', async () => {
	const parts = async () => (await preparationOf(scope, interviewId)).research;
	expect(await parts()).toMatchObject({
		questions: { chosen: 5, minutes: 15 },
		script: { seconds: 0 },
		answers: { done: 0, total: 3 },
		strength: { chosen: 0, use: false }
	});
	const { questions, answers } = await season.brief(interviewId);
	const days = questions.find(({ code }) => code === 'days')!;
	await season.as(removeQuestion, { interviewId, id: days.id });
	expect((await parts()).questions).toEqual({ chosen: 4, minutes: 15 });
	await season.as(addQuestion, { interviewId, text: 'Which issue nearly failed?' });
	await season.as(addQuestion, { interviewId, text: 'Which one are you proud of?' });
	expect((await parts()).questions).toEqual({ chosen: 5, minutes: 15 });
	await season.as(writeAnswer, { interviewId, id: answers[0]!.id, text: 'Four talks.' });
	expect((await parts()).answers).toEqual({ done: 1, total: 3 });
});

test('the "why you" uses the marked source, else one about the partner', async () => {
	const whyYou = async () => (await preparationOf(scope, interviewId)).whyYou?.answers;
	expect(await whyYou()).toBe('You cook a recipe before you print it');
	const marked = { interviewId, kind: 'field', link: 'guild.example', mark: 'why-you' } as const;
	await season.as(addSource, { ...marked, answers: 'You spoke at the guild' });
	expect(await whyYou()).toBe('You spoke at the guild');
});
