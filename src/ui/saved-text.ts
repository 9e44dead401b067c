/** What a form action answers to a form sent by script. */
type Answer =
	| { type: 'redirect'; location: string }
	| { type: 'failure'; data?: { refused?: { sentence: string } } | undefined }
	| { type: 'success' | 'error' };

export const tryAgain = 'Not saved just now. Your text stands here; keep this page open.';
export const signedOut = 'Not saved just now. Your text stands here; sign in again in another tab.';

/**
 * What to say where a form that was sent by itself did not save. Both a kept form and a lost
 * session answer with a redirect; only the address tells them apart.
 * @returns nothing when it was saved
 */
export function notSaved(result: Answer): string | undefined {
	if (result.type === 'redirect') {
		return /^\/signin(?:[/?#]|$)/.test(result.location) ? signedOut : undefined;
	}
	const refused = result.type === 'failure' ? result.data?.refused?.sentence : undefined;
	return refused ?? tryAgain;
}
