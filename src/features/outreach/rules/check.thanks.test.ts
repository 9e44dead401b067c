import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMessage, type FindingCode } from './check.ts';
import { afterPurposes, type AfterPurpose } from '#method/purposes.ts';

const said = [
	'Nobody books an hour to cry. You have to be where they are.',
	'That Priya spends Wednesdays in the corridor on purpose.',
	'Two years of evening study before anyone lets you sit alone with a pupil.'
];
const good = `Dear Priya, the corridor on Wednesdays has not left me since this morning. I had pictured an office and a box of tissues. I now plan to spend a morning with a counsellor before I decide. Thank you for twenty minutes you did not have.`;
const check = (body: string, more: Partial<Parameters<typeof checkMessage>[0]> = {}) =>
	checkMessage({ purpose: 'thank-you', subject: 'Thank you', body, said, ...more });
const codes = (body: string, more: Partial<Parameters<typeof checkMessage>[0]> = {}) =>
	check(body, more).findings.map(({ code }) => code);

test('good thanks have no findings, and their good points are listed', () => {
	const result = check(good);
	expect(result).toMatchObject({ checked: 'english', findings: [], wordCount: 45 });
	expect(result.goodPoints.map(({ words }) => words)).toEqual([
		'Mentions what they said',
		'Says what it changed',
		'Asks for nothing',
		'45 words: a good length'
	]);
});

test('the rules of a request do not apply to thanks, nor the other way', () => {
	expect(codes(good, { purpose: 'request' })).toContain('assurance-missing');
	const request = checkMessage({ purpose: 'request', subject: 'Thank you', body: good });
	const own = ['not-specific', 'change-missing', 'new-ask'];
	expect(request.findings.some(({ code }) => own.includes(code))).toBe(false);
});

const bland =
	'Dear Priya, thank you so much for your time today. It was a pleasure to talk and I learned a lot from our conversation. I wish you a good week and all the best with your work at the school.';

test('generic thanks are reported with a note of the conversation', () => {
	const { findings } = check(bland);
	expect(findings.map(({ code }) => code)).toEqual(['not-specific', 'change-missing']);
	expect(findings[0]?.sentence).toContain('for example: “Nobody books an hour to cry.');
	expect(check(bland, { said: [] }).findings[0]?.sentence).toContain('in their words if you');
});

describe('specific without a note: as a quote, or as told', () => {
	const change = ' I will look at my own week differently from now on, and I have started to.';
	test.each([
		'Dear Priya, “be where they are” is on a slip of paper beside my screen, and it will stay there for a while.',
		'Dear Priya, you told me that the first winter in a new school is the hardest, and why it passes by spring.',
		'Dear Priya, your story about the budget letter and the broken printer made the whole job real to me at last.'
	])('%s', (body) => {
		expect(codes(body + change, { said: [] })).toEqual([]);
	});
	test('a name alone is not enough', () => {
		expect(codes(`Dear Priya, you said so much.${change}${change}`, { said: [] })).toEqual([
			'not-specific'
		]);
	});
});

describe('what asks for something', () => {
	test.each<[string, FindingCode]>([
		['Would you have another twenty minutes in January?', 'new-ask'],
		['Could you send me the reading list you spoke of?', 'new-ask'],
		['May I call you again when I have read it?', 'new-ask'],
		['I would love to talk to you again soon.', 'new-ask'],
		['I would appreciate an introduction to your colleague.', 'new-ask'],
		['Please let me know what you think.', 'new-ask'],
		['One more question came up on the tram.', 'new-ask'],
		['If you know anyone else in Toronto, I am all ears.', 'new-ask'],
		['I look forward to hearing from you.', 'new-ask'],
		['Are there any openings at your school?', 'assurance-contradicted'],
		['I have attached my CV.', 'assurance-contradicted']
	])('%s', (sentence, code) => {
		const body = `${good} ${sentence}`;
		const [finding, ...others] = check(body).findings;
		expect([finding?.code, others]).toEqual([code, []]);
		expect(finding?.level).toBe('loss');
		expect(body.slice(finding?.from, finding?.to)).toBe(finding?.quote);
	});

	test.each([
		'I appreciate the reading list you sent.',
		'Thank you for offering to introduce me to Bettina.',
		'I would like to talk to two more counsellors before I decide.',
		'There is no need to answer.',
		'You do not have to let me know anything.',
		'If you ever need a second pair of eyes on a letter, I have two.',
		'I am going to ask each of them your question.'
	])('fine: %s', (sentence) => {
		expect(codes(`${good} ${sentence}`)).toEqual([]);
	});
});

test('length: 30 to 120 words, other texts from 20; none is refused', () => {
	const many = (count: number) => `${'corridor '.repeat(count).trim()}`;
	const lengths = (count: number, purpose: AfterPurpose) =>
		codes(many(count), { purpose, language: 'en' }).filter((code) => code.startsWith('words'));
	expect([29, 30, 120, 121].map((count) => lengths(count, 'thank-you'))).toEqual([
		['words-few'],
		[],
		[],
		['words-many']
	]);
	expect([19, 20].map((count) => lengths(count, 'update'))).toEqual([['words-few'], []]);
	expect(check(many(300), { language: 'en' }).refused).toBeUndefined();
});

test('updates need no quote; placeholders and openings are found in all of them', () => {
	const body =
		'Dear Priya, I hope this finds you well. Two weeks ago we talked. {{what came of it}} There is nothing to answer; I only wanted you to know.';
	for (const purpose of afterPurposes.filter((each) => each !== 'thank-you')) {
		expect(codes(body, { purpose })).toEqual(['placeholder', 'generic-opening']);
	}
	expect(check(body).findings.find(({ code }) => code === 'generic-opening')?.sentence).toContain(
		'Begin with what they said.'
	);
});

test('thanks in another language are only counted', () => {
	const german =
		'Liebe Priya, vielen Dank für das Gespräch gestern. Was du über den Flur gesagt hast, geht mir nicht aus dem Kopf, und ich werde die nächsten danach fragen, wo sie stehen und nicht, wo sie sitzen. Kannst du mir noch etwas schicken?';
	expect(check(german)).toMatchObject({ checked: 'not-checked', findings: [] });
});

test('every finding quotes the words at its place, whatever the text, and in time', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...afterPurposes),
			fc.array(
				fc.oneof(
					fc.string({ unit: 'binary', maxLength: 20 }),
					fc.constantFrom('would you', 'please send', '“', 'you said', '{{x}}', 'my CV', '. ')
				)
			),
			(purpose, parts) => {
				const body = parts.join(' ');
				for (const finding of check(body, { purpose }).findings) {
					expect(
						(finding.where === 'body' ? body : 'Thank you').slice(finding.from, finding.to)
					).toBe(finding.quote);
				}
			}
		)
	);
	for (const piece of ['a', '“', 'you said ', 'I would like to talk to you, ', 'if you could ']) {
		const start = performance.now();
		check(piece.repeat(Math.ceil(100_000 / piece.length)), { language: 'en' });
		expect(performance.now() - start).toBeLessThan(200);
	}
});
