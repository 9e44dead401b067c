import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkMessage, type MessageCheck } from './check.ts';

const subject = 'Fifteen minutes about copy editing';
const good = `Hello Joan,
Karin Ekblad thought we should meet; she told me that you cook a recipe before you print it, which is why I thought of you.
Would you have 15 minutes for a phone call in the week of 30 November? I would love to hear what an ordinary closing week looks like and what the worst of it is. You choose the hour. I am not asking for a job.
Mara Lindqvist`;
const check = (
	body: string,
	more: Partial<Parameters<typeof checkMessage>[0]> = {}
): MessageCheck => checkMessage({ purpose: 'request', subject, body, ...more });
const codes = (result: MessageCheck) => result.findings.map((finding) => finding.code);
const many = (count: number) => Array.from({ length: count }, () => 'you').join(' ');

test('a good request has no findings, and its good points are listed', () => {
	const result = check(good, { partnerName: 'Joan', connectorName: 'Karin' });
	expect(result).toMatchObject({
		checked: 'english',
		findings: [],
		wordCount: 74,
		subjectWordCount: 5,
		questionCount: 1
	});
	expect(result.refused).toBeUndefined();
	expect(result.goodPoints.map(({ words }) => words)).toEqual([
		'Length named',
		'Medium named',
		'Connection named',
		'Says it is not about a job',
		'One request',
		'More about Joan than about you',
		'74 words: a good length',
		'Subject of 5 words: a good length'
	]);
});

test('findings are ordered by importance', () => {
	const result = check(good.replace('for a phone call', 'to hear about any openings at your firm'));
	expect(codes(result)).toEqual(['assurance-contradicted', 'medium-missing']);
	expect(result.findings[0]?.quote).toContain('openings');
});

test('words: fewer than 50, 126 and more, and over 200 refused', () => {
	const lengthCodes = (count: number) =>
		codes(check(many(count))).filter((code) => code.startsWith('words'));
	expect([49, 50, 125, 126, 200, 201].map(lengthCodes)).toEqual([
		['words-few'],
		[],
		[],
		['words-many'],
		['words-many'],
		['words-over']
	]);
	expect(check(many(200)).refused).toBeUndefined();
	expect(check(many(201)).refused?.code).toBe('words-over');
	expect(checkMessage({ purpose: 'follow-up', subject, body: many(201) }).refused).toBeUndefined();
});

test('subject: three to six words, for a request only', () => {
	const found = (words: number) => codes(check(good, { subject: many(words) }));
	expect([0, 2, 3, 6, 7].map((words) => found(words).length)).toEqual([1, 1, 0, 0, 1]);
	expect(codes(check(good, { purpose: 'follow-up', subject: 'Re:' }))).toEqual([]);
});

test('a placeholder in the subject is found there', () => {
	const [finding] = check(good, { subject: 'Some minutes about {{theme}}' }).findings;
	expect(finding).toMatchObject({ code: 'placeholder', where: 'subject', quote: '{{theme}}' });
});

test('a text in another language is only counted', () => {
	const german =
		'Guten Tag [Name], ich suche keine Stelle und ich möchte nur lernen, wie Sie arbeiten. ';
	const result = check(german.repeat(16));
	expect(result.checked).toBe('not-checked');
	expect(new Set(codes(result))).toEqual(new Set(['placeholder', 'words-over']));
	expect(result.refused?.code).toBe('words-over');
	expect(codes(check(good, { language: 'sv' }))).toEqual([]);
	expect(codes(check('来週、お電話でお話を伺えないでしょうか。', { subject: '校正' }))).toEqual([]);
});

test('without a name the sentences still read well', () => {
	const [finding] = check(good.replace('for a phone call', '')).findings;
	expect(finding?.sentence).toContain('Say how. The partner has to guess');
});

test('an empty message is answered like any other', () => {
	expect(check('', { subject: '' }).findings.every(({ from, to }) => from === 0 && to === 0)).toBe(
		true
	);
});

const pieces = fc.array(
	fc.oneof(
		fc.string({ unit: 'binary', maxLength: 20 }),
		fc.constantFrom(
			...'I am not asking for a job|my CV|any openings at your|fifteen minutes|an hour|?|. |\n|{{x}}|[Name]|would you|send me|you|ASAP|Dear Sir|İ|’'.split(
				'|'
			)
		)
	),
	{ maxLength: 60 }
);
const messages = fc.record({
	purpose: fc.constantFrom('request' as const, 'follow-up' as const),
	subject: fc.string({ unit: 'binary' }),
	body: pieces.map((parts) => parts.join(' ')),
	partnerName: fc.option(fc.string(), { nil: undefined }),
	connectorName: fc.option(fc.string(), { nil: undefined }),
	language: fc.constantFrom(undefined, 'en', 'de')
});

test('every finding quotes the words at its place, whatever the text', () => {
	fc.assert(
		fc.property(messages, (message) => {
			const result = checkMessage(message);
			for (const finding of result.findings) {
				expect(message[finding.where].slice(finding.from, finding.to)).toBe(finding.quote);
			}
			if (message.purpose === 'follow-up') expect(result.refused).toBeUndefined();
		}),
		{ numRuns: 200 }
	);
});

test('two hundred words take less than 2 ms', () => {
	const body = `${good}\n${good}\n${good}`.slice(0, 1200);
	for (let round = 0; round < 20; round += 1) check(body);
	const times = Array.from({ length: 21 }, () => {
		const start = performance.now();
		check(body);
		return performance.now() - start;
	}).sort((one, other) => one - other);
	expect(times[10]).toBeLessThan(2);
});

const hostile =
	"a|1|?|\n|. |not |i |no, |{{|[ab|<a|not asking |are there any new |a-'|told her, that she, |your old new |would you please send me a call for fifteen minutes or ";

test.each(hostile.split('|'))('a hostile text of 100 kB takes less than 200 ms: %j', (piece) => {
	const body = piece.repeat(Math.ceil(100_000 / piece.length));
	const start = performance.now();
	check(body, { subject: body, language: 'en' });
	expect(performance.now() - start).toBeLessThan(200);
});
