import { expect, test } from 'vitest';
import { checkAssurance, givesAssurance, jobWishes } from './assurance.ts';
import { readText } from './reading.ts';

const assuring = [
	'I am not asking for a job.',
	'I’m not asking for a job, an internship or a referral.',
	'I am NOT looking for employment.',
	"I'm not in the market for a job.",
	'This is not about employment.',
	"This isn't a job request.",
	'Rest assured that I am not job-seeking.',
	'I promise not to ask for a job.',
	'I have no interest in asking you for work.',
	'I do not wish to apply for anything.',
	"Don't worry, I won't be sending you my CV.",
	'I want to learn, not to ask for a job.',
	"I don't expect a job out of this.",
	'This is not an attempt to get a job.',
	"I'm not seeking any opportunity in your company.",
	'I have no ulterior motive such as a job.',
	'I ask for no job.'
];
const asking = [
	'Do you have a job for me?',
	'Is your company recruiting at the moment?',
	"I'd be keen to hear about any roles in your team.",
	'Could you forward my resume to HR?',
	'I have attached my résumé.',
	'Please let me know if something opens up in your team.',
	"I'd love to be considered for a role.",
	'Are there any freelance opportunities at your studio?',
	'Would you refer me?',
	"I'm not asking for a job, but if you hear of any vacancies, think of me.",
	"I don't know if you have any openings.",
	'Could you put in a word for me?',
	'I would like to work for you.',
	'Could I do an internship with you?',
	"I'm looking for work in your field."
];
const innocent = [
	'How did you get your first job?',
	"I'd like to hear how you hire people.",
	'What is the job market like?',
	'I read your piece on hiring practices.',
	'I saw the opening of your show.',
	'I wonder whether there are jobs in this field at all.',
	'In your position I would be proud.',
	'I want a job that lets me be outdoors.',
	'You worked for the post office.',
	'Would you recommend the training?'
];
const body = (text: string) => readText('body', text);

test.each(assuring)('assures: %s', (text) => {
	expect(givesAssurance(body(text))).toBe(true);
	expect(checkAssurance(body(text), 'request')).toEqual([]);
});

test.each(asking)('asks for a job: %s', (text) => {
	const codes = checkAssurance(body(text), 'request').map((finding) => finding.code);
	expect(new Set(codes)).toEqual(new Set(['assurance-contradicted']));
});

test.each(innocent)('neither: %s', (text) => {
	expect(jobWishes(body(text))).toEqual([]);
	expect(givesAssurance(body(text))).toBe(false);
});

test('what nobody tells about the work, or a job one dislikes, is no assurance', () => {
	for (const text of [
		'I want to hear what nobody told you about the work.',
		'I do not like my job.',
		'I could not find anything about your work.'
	]) {
		expect([text, givesAssurance(body(text))]).toEqual([text, false]);
	}
});

test('a missing assurance points at the ask; a follow-up needs none', () => {
	const text = 'I read your book. Would you have 15 minutes for a talk?';
	const [finding] = checkAssurance(body(text), 'request');
	expect(finding).toMatchObject({ code: 'assurance-missing', level: 'due' });
	expect(text).toContain(finding?.quote);
	expect(finding?.quote).not.toBe('');
	expect(checkAssurance(body(text), 'follow-up')).toEqual([]);
});
