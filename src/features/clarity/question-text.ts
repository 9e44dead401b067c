import type { SoftItem } from './rules/readiness-facts.ts';

/** The five soft questions, with both ends of the scale (original items, method.md 1). */
export const questionText: readonly {
	item: SoftItem;
	question: string;
	low: string;
	high: string;
}[] = [
	{
		item: 'clarity',
		question: 'How clear are you about yourself?',
		low: 'Still foggy',
		high: 'Very clear'
	},
	{
		item: 'satisfaction',
		question: 'How content are you with your themes?',
		low: 'Not yet',
		high: 'Fully'
	},
	{
		item: 'fear',
		question: 'How afraid are you of choosing wrong?',
		low: 'Hardly',
		high: 'Very'
	},
	{
		item: 'pressure',
		question: 'How much do others press you?',
		low: 'Not at all',
		high: 'Very much'
	},
	{
		item: 'confidence',
		question: 'How easily could you write to a stranger?',
		low: 'Not at all',
		high: 'Easily'
	}
];
