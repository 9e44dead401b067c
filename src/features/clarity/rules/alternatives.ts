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
		const sentence =
			count === 0
				? 'No other option pulls at you'
				: `${sentenceCase(options)} still alive, which is fine`;
		return { code: 'alternatives', kind: 'done', sentence };
	}
	if (count <= MOST_ALTERNATIVES) {
		return {
			code: 'alternatives',
			kind: 'warning',
			sentence: `${options} still alive. Asking goes better with fewer.`,
			task: {
				code: 'let-go',
				sentence: `${sentenceCase(inWords(count))} other options still pull. Let go of the ones you would not miss.`,
				action: 'Look through the others',
				anchor: clarityAddress('lot')
			}
		};
	}
	return {
		code: 'alternatives',
		kind: 'fails',
		sentence: `fewer directions. ${sentenceCase(options)} still pull at you, and asking now would add more.`,
		task: {
			code: 'sharpen-focus',
			sentence:
				'Many directions are a good beginning. Choose the five that pull most; talking it through with somebody helps.',
			action: 'Sharpen the focus',
			anchor: clarityAddress('lot')
		}
	};
}
