/** The result of a form action, deserialised. */
type Answer =
	| { type: 'redirect'; location: string }
	| { type: 'failure'; data?: { refused?: { sentence: string } } | undefined }
	| { type: 'success' | 'error' };

export const tryAgain = 'Not saved. Your text is still here. Keep this page open.';
export const signedOut =
	'Not saved: you are signed out. Your text is still here. Sign in again in another tab.';

/**
 * The message where a background submit did not save. A saved form and an ended session both answer with
 * a redirect; only the address distinguishes them.
 * @returns undefined where it was saved
 */
export function notSaved(result: Answer): string | undefined {
	if (result.type === 'redirect') {
		return /^\/signin(?:[/?#]|$)/.test(result.location) ? signedOut : undefined;
	}
	const refused = result.type === 'failure' ? result.data?.refused?.sentence : undefined;
	return refused ?? tryAgain;
}
