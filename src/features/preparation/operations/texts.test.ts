import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeProfile } from '#features/account/operations.server.ts';
import { closeInterview } from '#features/interviews/operations.server.ts';
import { newId } from '#server/tokens.ts';
import { openBriefs, type BriefSeason } from '#tests/support/briefs.ts';
import {
	addAnswer,
	addSource,
	chooseStrength,
	draftScript,
	removeAnswer,
	unchooseStrength,
	useStrengths,
	writeAnswer,
	writeScript
} from '../operations.server.ts';

let season: BriefSeason;
let interviewId: string;
beforeAll(async () => {
	season = await openBriefs();
	await season.as(changeProfile, { introduction: 'Bookkeeper in Gothenburg' });
});
afterAll(() => season.close());
beforeEach(async () => {
	interviewId = await season.planned();
});

const brief = () => season.brief(interviewId);
const part = async (code: string) => (await brief()).parts.find((each) => each.code === code)!;
const long = (words: number): string => Array.from({ length: words }, () => 'word').join(' ');

test('the suggested script is made of what is known, under a minute, and saves nothing', async () => {
	const draft = await season.as(draftScript, { interviewId });
	const over = await season.as(draftScript, { interviewId, text: 'My own first words' });
	expect(over).toEqual({ ...draft, instead: 'My own first words' });
	expect(draft.text).toContain('Thank you for taking my call, Person. I am Mara, bookkeeper');
	expect(draft.text).toContain('I thought of you because you cook a recipe before you print it.');
	expect(draft.text).toContain('I have five questions');
	expect(draft.seconds).toBeLessThanOrEqual(60);
	expect((await brief()).script.text).toBe('');
	await season.agree(interviewId, 20);
	const agreed = await season.as(draftScript, { interviewId });
	expect(agreed.text).toMatch(/^Thank you for making time, .* after 20 minutes/);
	expect(await season.as(writeScript, { interviewId, text: agreed.text })).toMatchObject({
		was: ''
	});
	const { script } = await brief();
	expect(script.points.every(({ found }) => found)).toBe(true);
	expect(await part('script')).toMatchObject({ done: true });
});

test('a script over a minute is stored, with a remark that it is too long', async () => {
	await season.as(writeScript, { interviewId, text: ` ${long(151)} \r\n` });
	expect((await brief()).script.text).toBe(long(151));
	expect((await part('script')).miss).toBe('The opening script takes 61 seconds aloud, 60 at most');
	await expect(
		season.as(writeScript, { interviewId, text: 'x'.repeat(3001) })
	).rejects.toMatchObject({
		code: 'input.invalid'
	});
});

test('a text changed elsewhere is not overwritten, and an undo restores it', async () => {
	const first = await season.as(writeScript, { interviewId, text: 'I am Mara.', was: '' });
	await expect(
		season.as(writeScript, { interviewId, text: 'This is Mara.', was: '' })
	).rejects.toMatchObject({ code: 'preparation.changed-since', fields: [{ field: 'text' }] });
	await season.as(writeScript, { interviewId, text: 'I am Mara.', was: 'whatever' });
	await season.as(writeScript, { interviewId, text: first.was, was: first.text });
	expect((await brief()).script).toMatchObject({ text: '', seconds: 0 });
});

test('three answers are asked for, each in 45 seconds', async () => {
	const { answers } = await brief();
	expect(answers.map(({ question }) => question)).toEqual([
		'What have you done so far?',
		'Why do you want to change to magazine editing?',
		'What do you want from me?'
	]);
	expect((await part('answers')).name).toBe('Prepared answers, 0 of 3');
	for (const { id } of answers) {
		const text = 'Only how it is. And a name, if one comes to mind.';
		expect(await season.as(writeAnswer, { interviewId, id, text })).toMatchObject({
			seconds: 5,
			was: ''
		});
	}
	expect(await part('answers')).toMatchObject({ done: true, name: 'Prepared answers' });
	const [first] = answers;
	await season.as(writeAnswer, { interviewId, id: first!.id, text: long(113) });
	expect((await brief()).answers[0]).toMatchObject({ seconds: 46, ready: false, builtIn: true });
	expect((await part('answers')).miss).toBe('One answer is missing');
	await expect(
		season.as(writeAnswer, { interviewId, id: first!.id, text: 'Other', was: 'Old' })
	).rejects.toMatchObject({ code: 'preparation.changed-since' });
	await expect(season.as(removeAnswer, { interviewId, id: first!.id })).rejects.toMatchObject({
		code: 'answers.built-in'
	});
	await expect(
		season.as(writeAnswer, { interviewId, id: newId(), text: 'Only how it is.' })
	).rejects.toMatchObject({ code: 'answer.missing' });
});

test('answers of one’s own come after them, up to eight, and can be brought back', async () => {
	const question = 'How long would you give yourself?';
	const added = await season.as(addAnswer, { interviewId, question, text: 'Two years.' });
	await season.as(addAnswer, { interviewId, id: added.id, question });
	await expect(
		season.as(addAnswer, { interviewId, id: added.id, question: 'And then?' })
	).rejects.toMatchObject({ code: 'answer.other-body' });
	await expect(
		season.as(removeAnswer, { interviewId, id: added.id, was: 'Three.' })
	).rejects.toMatchObject({ code: 'preparation.changed-since' });
	const gone = await season.as(removeAnswer, { interviewId, id: added.id, was: 'Two years.' });
	expect((await brief()).answers).toHaveLength(3);
	await season.as(addAnswer, gone);
	expect((await brief()).answers.at(-1)).toMatchObject({ question, answer: 'Two years.' });
	for (let count = 4; count < 8; count += 1) {
		await season.as(addAnswer, { interviewId, question: `Question ${count}?` });
	}
	await expect(season.as(addAnswer, { interviewId, question: 'A ninth?' })).rejects.toMatchObject({
		code: 'answers.eight',
		fields: [{ field: 'question' }]
	});
});

test('strengths come from Clarity, and one says how it is used', async () => {
	const { offered } = (await brief()).strengths;
	expect(offered.map(({ chosen }) => chosen)).toEqual([false, false, false]);
	const chosen = { interviewId, strengthId: offered[1]!.id };
	await season.as(chooseStrength, chosen);
	await season.as(chooseStrength, chosen);
	expect(await part('strength')).toMatchObject({
		done: false,
		miss: 'How you will use your strengths is missing'
	});
	const text = 'Leave silence after the second question';
	const used = await season.as(useStrengths, { interviewId, text, was: '' });
	expect(await part('strength')).toMatchObject({ done: true });
	await expect(
		season.as(useStrengths, { interviewId, text: 'Repeat their words', was: '' })
	).rejects.toMatchObject({ code: 'preparation.changed-since' });
	await season.as(useStrengths, { interviewId, text: used.was, was: text });
	await season.as(unchooseStrength, chosen);
	await season.as(unchooseStrength, chosen);
	expect((await brief()).strengths.offered.some((each) => each.chosen)).toBe(false);
	await expect(
		season.as(chooseStrength, { interviewId, strengthId: newId() })
	).rejects.toMatchObject({
		code: 'strength.missing'
	});
});

test('all six parts done, the talk is the next step; a closed interview stays as it is', async () => {
	for (const kind of ['organization', 'field'] as const) {
		await season.as(addSource, { interviewId, kind, link: 'mare-alta.example', answers: 'Eleven' });
	}
	const { answers, strengths } = await brief();
	for (const { id } of answers) await season.as(writeAnswer, { interviewId, id, text: 'Yes.' });
	await season.as(writeScript, { interviewId, text: 'I am Mara.' });
	await season.as(chooseStrength, { interviewId, strengthId: strengths.offered[0]!.id });
	await season.as(useStrengths, { interviewId, text: 'By silence' });
	const full = await brief();
	expect(full.progress).toBe('6 of 6 parts done for the conversation');
	expect(full.steps.find(({ code }) => code === 'prepare')?.past).toBe(true);
	await season.as(closeInterview, { id: interviewId, reason: 'other' });
	const closed = { code: 'interviews.closed' };
	const id = answers[0]!.id;
	const strengthId = strengths.offered[0]!.id;
	for (const change of [
		() => season.as(writeScript, { interviewId, text: 'x' }),
		() => season.as(writeAnswer, { interviewId, id, text: 'x' }),
		() => season.as(addAnswer, { interviewId, question: 'x' }),
		() => season.as(useStrengths, { interviewId, text: 'x' }),
		() => season.as(unchooseStrength, { interviewId, strengthId })
	]) {
		await expect(change()).rejects.toMatchObject(closed);
	}
});
