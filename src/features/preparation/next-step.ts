import type { Brief } from './schemas.ts';

/** Steps of the next-step card, one at a time. */
export type NextStep =
	'as-it-was' | 'before-writing' | 'write' | 'complete' | Brief['parts'][number]['code'];

/** Whether the brief is read only: the interview is closed, or the talk was held. */
export function isFixed({ stage, dates }: Pick<Brief, 'stage' | 'dates'>): boolean {
	return stage === 'closed' || dates.heldAt !== null;
}

/** The next step: the request first, then the first missing part (method 5). */
export function nextStep(brief: Pick<Brief, 'stage' | 'dates' | 'request' | 'parts'>): NextStep {
	if (isFixed(brief)) return 'as-it-was';
	if (!brief.request.ready) return 'before-writing';
	if (!brief.dates.askedAt && !brief.dates.agreedAt) return 'write';
	return brief.parts.find(({ done }) => !done)?.code ?? 'complete';
}
