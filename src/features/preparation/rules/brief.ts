import { counted, listed, sentenceCase } from '#kernel/number-text.ts';
import { questionsThatFit } from './fit.ts';
import { researchMisses, sourceKindNames, type Source } from './sources.ts';
import type { Brief } from '../schemas.ts';

/** Most seconds of the script read aloud (method 5). */
export const LONGEST_SCRIPT_SECONDS = 60;

/** Progress of a brief. Parts left out are not required: goals and sources can suffice. */
export interface BriefFacts {
	goals: readonly string[];
	sources: readonly Source[];
	/** number of questions that fit, and the agreed or requested minutes */
	questions?: { chosen: number; minutes: number };
	/** seconds read aloud, 0 when empty */
	script?: { seconds: number };
	answers?: { done: number; total: number };
	/** number of strengths chosen, and whether their use is described */
	strength?: { chosen: number; use: boolean };
}

type BriefPart = Brief['parts'][number];

/** The parts of the brief in the order of the page (method 5). */
export function briefParts(brief: BriefFacts): BriefPart[] {
	const { questions, script, answers, strength } = brief;
	return [
		goalsPart(brief.goals.length),
		sourcesPart(brief.sources),
		...(questions ? [questionsPart(questions.chosen, questionsThatFit(questions.minutes))] : []),
		...(script ? [scriptPart(script.seconds)] : []),
		...(answers ? [answersPart(answers.done, answers.total)] : []),
		...(strength ? [strengthPart(strength)] : [])
	];
}

/** The incomplete parts in the same order. */
export function briefMisses(brief: BriefFacts): BriefPart[] {
	return briefParts(brief).filter((part) => !part.done);
}

/** Progress as text: "5 of 6 parts done for the conversation"; a request needs fewer. */
export function briefProgress(brief: BriefFacts): string {
	const parts = briefParts(brief);
	return `${parts.filter((part) => part.done).length} of ${parts.length} parts done for the conversation`;
}

function part(code: BriefPart['code'], done: boolean, name: string, miss: string): BriefPart {
	return { code, name: sentenceCase(name), done, miss: done ? '' : sentenceCase(miss) };
}

function goalsPart(count: number): BriefPart {
	const name = count === 0 ? 'goals' : counted(count, 'goal');
	return part('goals', count > 0, name, 'no goal yet. One thing to learn is enough.');
}

function sourcesPart(sources: readonly Source[]): BriefPart {
	const { count, kinds } = researchMisses(sources);
	const about =
		kinds.length > 0 ? `, about ${listed(kinds.map((kind) => sourceKindNames[kind]))}` : '';
	const miss = `${counted(count, 'source is', 'sources are')} missing${about}`;
	const name = sources.length === 0 ? 'sources' : counted(sources.length, 'source');
	return part('sources', count === 0, name, miss);
}

function questionsPart(chosen: number, fit: number): BriefPart {
	const name = chosen === 0 ? 'questions' : counted(chosen, 'question');
	const miss = `${counted(fit - chosen, 'question is', 'questions are')} missing`;
	return part('questions', chosen >= fit, name, miss);
}

function scriptPart(seconds: number): BriefPart {
	const done = seconds > 0 && seconds <= LONGEST_SCRIPT_SECONDS;
	const miss =
		seconds === 0
			? 'the opening script is missing'
			: `the opening script takes ${seconds} seconds aloud, ${LONGEST_SCRIPT_SECONDS} at most`;
	return part('script', done, 'opening script under a minute', miss);
}

function answersPart(done: number, total: number): BriefPart {
	const complete = done >= total;
	const name = complete ? 'prepared answers' : `prepared answers, ${done} of ${total}`;
	return part(
		'answers',
		complete,
		name,
		`${counted(total - done, 'answer is', 'answers are')} missing`
	);
}

function strengthPart({ chosen, use }: { chosen: number; use: boolean }): BriefPart {
	const miss =
		chosen === 0 ? 'a strength is missing' : 'how you will use your strengths is missing';
	return part('strength', chosen > 0 && use, 'strength to use', miss);
}
