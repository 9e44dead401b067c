import { deserialize } from '$app/forms';
import { notSaved, signedOut, tryAgain } from './saved-text.ts';

/**
 * Sends a form by itself, so that nothing is said of it on the next page. It goes out even where the
 * page goes away meanwhile.
 * @returns what was sent, and what to say where it was not saved
 */
export async function submitInBackground(
	form: HTMLFormElement
): Promise<{ sent: FormData; unsaved: string | undefined }> {
	const sent = new FormData(form);
	sent.set('$quietly', 'yes');
	try {
		const response = await fetch(form.action, {
			method: 'POST',
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
			body: sent,
			keepalive: true
		});
		// Followed to a page, the session is gone: an action itself never answers so.
		if (response.redirected || response.status === 401) return { sent, unsaved: signedOut };
		const answer = deserialize<undefined, { refused?: { sentence: string } }>(
			await response.text()
		);
		return { sent, unsaved: notSaved(answer) };
	} catch {
		return { sent, unsaved: tryAgain };
	}
}
