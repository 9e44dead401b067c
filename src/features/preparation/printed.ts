import { listed } from '#kernel/number-text.ts';
import type { PrintedBrief } from './rules/print-size.ts';
import type { Brief } from './schemas.ts';

/** The texts of a brief that are printed. */
export function printedBrief({
	goals,
	sources,
	questions,
	script,
	answers,
	strengths
}: Brief): PrintedBrief {
	const chosenTexts = strengths.offered.filter(({ chosen }) => chosen).map(({ text }) => text);
	return {
		goals: goals.map(({ text }) => text),
		sources: sources.map((source) => `${source.title}: ${source.answers}`),
		questions: questions.filter(({ state }) => state === 'fitting').map(({ text }) => text),
		script: script.text,
		answers: answers.filter(({ answer }) => answer !== '').map(({ answer }) => answer),
		strengths: `${listed(chosenTexts)}: ${strengths.use}`
	};
}
