import { expect, test } from 'vitest';
import { event } from '#tests/support/talk-log.ts';
import { questionOnScreen } from './questions.ts';
import { reduceTalk } from './talk-state.ts';

const questions = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((id) => ({
	id,
	text: `Question ${id}?`
}));
const started = event({ kind: 'started', agreedMinutes: 10 });
const shown = (id: string, minutes: number) =>
	event({ kind: 'question-shown', questionId: id, text: `Question ${id}?` }, minutes);
const more = (minutes: 5 | 10, at: number) => event({ kind: 'extended', minutes }, at);
const screen = (...events: ReturnType<typeof event>[]) =>
	questionOnScreen(reduceTalk([started, ...events]), questions);

test('the questions that fit come one after the other', () => {
	expect(screen()).toEqual({ text: null, place: '', next: questions[0] });
	expect(screen(shown('1', 0))).toMatchObject({ place: 'Question 1 of 3', next: { id: '2' } });
	expect(screen(shown('1', 0), shown('2', 3), shown('3', 6))).toEqual({
		text: 'Question 3?',
		place: 'Last question',
		next: null
	});
});

test('one that was taken out of turn is not asked twice', () => {
	expect(screen(shown('2', 0))).toMatchObject({ place: 'Question 2 of 3', next: { id: '1' } });
	expect(screen(shown('1', 0), shown('8', 3))).toMatchObject({
		place: 'Question',
		next: { id: '2' }
	});
});

test('time that was offered has room for two of those that found no place', () => {
	const talk = [shown('1', 0), shown('2', 3), shown('3', 6), more(5, 10)];
	expect(screen(...talk).next?.id).toBe('4');
	expect(screen(...talk, shown('4', 11))).toMatchObject({
		place: 'One more question',
		next: { id: '5' }
	});
	expect(screen(...talk, shown('4', 11), shown('5', 13))).toMatchObject({
		place: 'Last question of the added time',
		next: null
	});
});

test('without a brief there is no question, and nothing breaks', () => {
	expect(questionOnScreen(reduceTalk([started]), [])).toEqual({
		text: null,
		place: '',
		next: null
	});
});
