import type { RequestEvent } from '@sveltejs/kit';
import { refusedForm } from '#surfaces/forms/actions.server.ts';
import { readForm } from '#surfaces/forms/read-form.ts';

/**
 * Answers a form whose work is no operation; a refusal renders its page again.
 * @param name the form's, as its page asks for it
 * @param work goes on to another page, or answers what this one shows
 */
export function takeForm<Event extends RequestEvent, Output>(
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
