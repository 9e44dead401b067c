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
		question: 'How clear are you about who you are and what you want?',
		low: 'Not clear',
		high: 'Very clear'
	},
	{
		item: 'satisfaction',
		question: 'How satisfied are you with your list of themes?',
		low: 'Not at all',
		high: 'Very satisfied'
	},
	{
		item: 'fear',
		question: 'How afraid are you of making the wrong choice?',
		low: 'Not at all',
		high: 'Very afraid'
	},
	{
		item: 'pressure',
		question: 'How much pressure do you feel from others?',
		low: 'None',
		high: 'A lot'
	},
	{
		item: 'confidence',
		question: 'How confident are you about writing to a stranger?',
		low: 'Not at all',
		high: 'Very confident'
	}
];
