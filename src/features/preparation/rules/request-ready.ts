import { answeringSources, type Source } from './sources.ts';
import type { Brief } from '../schemas.ts';

/**
 * Whether the research suffices for a request (method 3): at least one goal, and one source for its
 * "why you", with a note of what it answers.
 * @returns whether a request may be written, and what is missing, one sentence each
 */
export function requestReady(
	goals: readonly string[],
	sources: readonly Source[]
): Brief['request'] {
	const misses: Brief['request']['misses'] = [];
	if (!goals.some((goal) => goal.trim() !== '')) {
		misses.push({
			code: 'goal',
			sentence: 'Add one thing you want to learn that is not on the internet.'
		});
	}
	if (sources.length === 0) {
		misses.push({
			code: 'source',
			sentence:
				'Add one source about the partner or their work. It becomes your “why you”, the reason to ask them.'
		});
	} else if (answeringSources(sources).length === 0) {
		misses.push({
			code: 'why-you',
			sentence:
				'Write what one of your sources told you. It becomes your “why you”, the reason to ask them.'
		});
	}
	return { ready: misses.length === 0, misses };
}
