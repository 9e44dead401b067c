import { expect, test } from 'vitest';
import { checkBalance, countBalance } from './balance.ts';
import { readText } from '#method/text-check/reading.ts';

test('the sentence that the method asks for does not count against the writer', () => {
	const body = readText(
		'body',
		'I read your note. I am not asking for a job, I only want to learn.'
	);
	expect(countBalance(body)).toEqual({ me: 1, them: 1 });
});

test("the partner's name counts for them", () => {
	expect(countBalance(readText('body', 'Joan, I saw Joan.'), 'Joan Whitcombe').them).toBe(2);
});

test('twice as much about the writer is found, at the heaviest sentence', () => {
	const text = 'Your note is fine. I have my job, I have my house and I like my life. I write.';
	const [finding] = checkBalance(readText('body', text), 'Joan', 'Joan');
	expect(finding?.quote).toBe('I have my job, I have my house and I like my life.');
	expect(finding?.sentence).toContain('yourself 7 times and Joan once');
	expect(checkBalance(readText('body', 'I read your note. I liked you.'), 'Joan', 'Joan')).toEqual(
		[]
	);
});

test('a text is about its writer from twice as many words about them as about the partner', () => {
	const codes = (text: string) =>
		checkBalance(readText('body', text), 'Joan', undefined).map(({ code }) => code);
	expect(codes('I think I know your work. I read what you wrote, and I like it.')).toEqual([
		'about-me'
	]);
	expect(codes('I know your work. I read what you wrote, and I like it.')).toEqual([]);
});
