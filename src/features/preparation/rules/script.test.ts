import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { media } from '#method/media.ts';
import { LONGEST_SCRIPT_SECONDS } from './brief.ts';
import { secondsAloud } from './read-aloud.ts';
import { checkScript, scriptPoints } from './script-check.ts';
import { draftScript, type DraftFacts } from './script-draft.ts';

const facts = { theme: 'Magazine editing', me: 'Mara Lindqvist' };
const missing = (text: string): string[] =>
	checkScript(text, facts)
		.points.filter(({ found }) => !found)
		.map(({ code }) => code);

const known: DraftFacts = {
	partner: 'Inês',
	me: 'Mara Lindqvist',
	introduction: 'A bookkeeper in Gothenburg',
	theme: 'Magazine editing',
	pull: 'I rewrite the menu in every restaurant I sit in.',
	whyYou: 'You wrote about leaving the news desk.',
	minutes: 15,
	medium: 'phone',
	questions: 5
};

describe('the script', () => {
	it('of the page says all five things', () => {
		expect(
			missing(
				'Thank you for picking up, Inês. I am Mara, a bookkeeper in Gothenburg who edits everything in reach. I am finding out what magazine editing is really like before I change anything. I read your essay on leaving the news desk twice; that is why you. I have five questions, I am not asking for a job, and at a quarter past I will let you go.'
			)
		).toEqual([]);
	});

	it.each([
		['', [...scriptPoints]],
		['My name is Mara.', ['why-this', 'why-you', 'how-long', 'no-job']],
		['I am not asking for a job.', ['who', 'why-this', 'why-you', 'how-long']],
		['It takes fifteen minutes.', ['who', 'why-this', 'why-you', 'no-job']],
		['I am interested in editing because you wrote that book.', ['who', 'how-long', 'no-job']],
		['You will be free at 16:15.', ['who', 'why-this', 'why-you', 'no-job']]
	])('"%s" misses what it does not say', (text, codes) => {
		expect(missing(text)).toEqual(codes);
	});

	it('says in words what is found and what to add', () => {
		const { points } = checkScript('My name is Mara.', facts);
		expect(points[0]).toEqual({ code: 'who', found: true, words: 'Says who you are' });
		expect(points[4]?.words).toBe('Say that you are not asking for a job');
	});

	it('in another language is not checked', () => {
		expect(checkScript('Ich heiße Mara und ich habe fünf Fragen an Sie.', facts)).toEqual({
			checked: 'not-checked',
			points: []
		});
	});
});

describe('the suggested script', () => {
	it('is made of what is known', () => {
		expect(draftScript(known)).toBe(
			'Thank you for taking my call, Inês. I am Mara, a bookkeeper in Gothenburg. I would like to find out what magazine editing is really like before I change anything. I rewrite the menu in every restaurant I sit in. I thought of you because you wrote about leaving the news desk. I have five questions, and I will stop after 15 minutes. I am not asking for a job.'
		);
		expect(missing(draftScript(known))).toEqual([]);
	});

	it('leaves out what is not known, and puts a bare word into a sentence', () => {
		const draft = draftScript({ ...known, introduction: '', pull: 'Words', whyYou: ' ' });
		expect(draft).toContain('I am Mara. I would like to find out');
		expect(draft).toContain('What attracts me: Words.');
		expect(draft).not.toContain('because');
		expect(missing(draft)).toEqual(['why-you']);
	});

	it('says what was read where that is no reason yet', () => {
		const draft = draftScript({ ...known, whyYou: 'Why they left daily news' });
		expect(draft).toContain('I thought of you when I read why they left daily news.');
		expect(missing(draft)).toEqual([]);
	});

	it('goes on in whole sentences, and cuts one that never ends', () => {
		const long = Array.from({ length: 60 }, () => 'word').join(' ');
		expect(draftScript({ ...known, introduction: `I keep books. I edit. ${long}` })).toContain(
			'I am Mara. I keep books. I edit. I would like to find out'
		);
		expect(draftScript({ ...known, introduction: long })).toContain('word. I would like to find');
	});

	it('always takes less than a minute, and says who, why, how long and not a job', () => {
		const text = fc.array(fc.constantFrom('words', 'I', 'cut.', 'when?', 'people'), {
			maxLength: 90
		});
		const some = text.map((all) => all.join(' '));
		fc.assert(
			fc.property(
				some,
				some,
				some,
				fc.constantFrom(...media),
				(introduction, pull, whyYou, medium) => {
					const draft = draftScript({ ...known, introduction, pull, whyYou, medium });
					expect(secondsAloud(draft)).toBeLessThanOrEqual(LONGEST_SCRIPT_SECONDS);
					expect(missing(draft).filter((code) => code !== 'why-you')).toEqual([]);
				}
			)
		);
	});
});
