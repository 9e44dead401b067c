import { clarityAddress } from '#kernel/page-addresses.ts';
import type { Finding } from './finding.ts';
import { counted, inWords, sentenceCase } from '#kernel/number-text.ts';

/** Alternatives up to this number are fine (method 1). */
export const FINE_ALTERNATIVES = 2;
/** Up to this number they are a warning, above it the item fails (method 1). */
export const MOST_ALTERNATIVES = 5;

/**
 * Rates how many directions are open: parked themes plus other options.
 * @param parked number of parked themes, 0 or more
 * @param others number of other options, 0 or more
 * @returns done at 0 to 2, warning at 3 to 5, fails above (method 1)
 */
export function alternatives(parked: number, others: number): Finding {
	const count = parked + others;
	const options = counted(count, 'other option');
	if (count <= FINE_ALTERNATIVES) {
		const sentence = count === 0 ? 'No other options' : `${sentenceCase(options)}, which is fine`;
		return { code: 'alternatives', kind: 'done', sentence };
	}
	if (count <= MOST_ALTERNATIVES) {
		return {
			code: 'alternatives',
			kind: 'warning',
			sentence: `you have ${options}. Interviews work better with fewer.`,
			task: {
				code: 'let-go',
				sentence: `You have ${inWords(count)} other options. Delete the least important ones.`,
				action: 'Review other options',
				anchor: clarityAddress('lot')
			}
		};
	}
	return {
		code: 'alternatives',
		kind: 'fails',
		sentence: `reduce your options. You have ${options}, and interviews now could add even more.`,
		task: {
			code: 'sharpen-focus',
			sentence:
				'Many ideas are a good start. Keep up to five that interest you most. It can help to talk to someone.',
			action: 'Review other options',
			anchor: clarityAddress('lot')
		}
	};
}
