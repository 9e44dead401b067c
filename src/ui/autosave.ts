import type { Attachment } from 'svelte/attachments';

/** Milliseconds without typing before the form is sent. */
const pauseMillis = 800;

/**
 * Submits a form automatically 800 ms after typing stops, and at once when a field loses focus. The form
 * also works without script; a failed submit is repeated with the next change.
 * @param send submits the form; called one at a time
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
		// The submit button sends all fields; a second submit would be refused.
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
