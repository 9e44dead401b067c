import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isReadyAnswer, LONGEST_ANSWER_SECONDS } from './answers.ts';
import { secondsAloud } from './read-aloud.ts';

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

it('reads 150 words in a minute, and takes no time for nothing', () => {
	expect(secondsAloud(words(150))).toBe(60);
	expect(secondsAloud(words(151))).toBe(61);
	expect(secondsAloud(' \n – ')).toBe(0);
});

it('takes as long as the page says', () => {
	const script =
		'Thank you for picking up, Inês. I am Mara, a bookkeeper in Gothenburg who edits everything in reach. I am finding out what magazine editing is really like before I change anything. I read your essay on leaving the news desk twice; that is why you. I have five questions, I am not asking for a job, and at a quarter past I will let you go.';
	expect(secondsAloud(script)).toBe(27);
	expect(secondsAloud('Only how it is. And a name, if one comes to mind.')).toBe(5);
});

it('counts scripts without spaces by their characters', () => {
	expect(secondsAloud('私はマーラです'.repeat(30))).toBe(42);
});

it('never takes less time for more words', () => {
	fc.assert(
		fc.property(fc.nat(400), fc.nat(40), (count, more) => {
			const seconds = secondsAloud(words(count));
			expect(secondsAloud(words(count + more))).toBeGreaterThanOrEqual(seconds);
			expect(seconds <= LONGEST_ANSWER_SECONDS && count > 0).toBe(isReadyAnswer(words(count)));
		})
	);
});
