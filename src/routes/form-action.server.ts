import type { RequestEvent } from '@sveltejs/kit';
import { refusedForm } from '#surfaces/forms/actions.server.ts';
import { readForm } from '#surfaces/forms/read-form.ts';

/**
 * Makes an action for a form that runs no operation; a refusal renders the page again.
 * @param name name of the form, as the page passes it to `formState`
 * @param work redirects to another page, or returns data for this one
 */
export function formAction<Event extends RequestEvent, Output>(
	name: string,
	work: (event: Event, form: FormData) => Promise<Output>
) {
	return async (event: Event) => {
		let form = new FormData();
		try {
			form = await readForm(event.request);
			return await work(event, form);
		} catch (error) {
			return refusedForm(event, name, error, form);
		}
	};
}
