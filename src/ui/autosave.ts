import type { Attachment } from 'svelte/attachments';

/** How long a pause in typing is, before what was typed is sent. */
const pauseMillis = 800;

/**
 * Sends a form by itself a moment after typing stops, and at once when a field is left. The form
 * works without it; what cannot be sent is sent with the next word.
 * @param send sends the form, one after the other
 */
export function autosave(
	send: (form: HTMLFormElement) => Promise<void>
): Attachment<HTMLFormElement> {
	return (form) => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		let waiting = false;
		let last = Promise.resolve();
		const flush = (): void => {
			clearTimeout(timer);
			if (!waiting) return;
			waiting = false;
			last = last.then(() => send(form));
		};
		const typed = (): void => {
			waiting = true;
			clearTimeout(timer);
			timer = setTimeout(flush, pauseMillis);
		};
		// The button sends all of it anyway; sending twice would refuse the second.
		const submitted = (): void => {
			waiting = false;
			clearTimeout(timer);
		};
		form.addEventListener('input', typed);
		form.addEventListener('change', flush);
		form.addEventListener('submit', submitted);
		return () => {
			flush();
			form.removeEventListener('input', typed);
			form.removeEventListener('change', flush);
			form.removeEventListener('submit', submitted);
		};
	};
}
