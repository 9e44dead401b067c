import { deserialize } from '$app/forms';
import { notSaved, signedOut, tryAgain } from './save-messages.ts';

/**
 * Submits a form by `fetch` without a toast on the next page. `keepalive` lets the request finish when
 * the page is left.
 * @returns the submitted fields, and the message where they were not saved
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
		// A followed redirect to a page means that the session has ended; an action itself never redirects
		// here.
		if (response.redirected || response.status === 401) return { sent, unsaved: signedOut };
		const answer = deserialize<undefined, { refused?: { sentence: string } }>(
			await response.text()
		);
		return { sent, unsaved: notSaved(answer) };
	} catch {
		return { sent, unsaved: tryAgain };
	}
}
