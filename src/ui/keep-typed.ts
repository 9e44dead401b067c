import { isSecretName } from '#kernel/secret-names.ts';

/** What somebody typed into forms of a page that another form of it was sent from. */
interface Typed {
	path: string;
	fields: { id: string; value: string; kept: string }[];
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

const place = 'imago:typed';
const kinds = new Set([
	'text',
	'search',
	'email',
	'url',
	'tel',
	'number',
	'date',
	'time',
	'textarea'
]);

/** Not a secret's: a one-time code is typed into a text field, and nothing of it stays in the browser. */
function isTextField(element: Element): element is TextField {
	return (
		(element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) &&
		kinds.has(element.type) &&
		!isSecretName(element.name)
	);
}

/** Fields outside one form whose words are not what the page came with. */
function changedOutside(form: HTMLFormElement): Typed['fields'] {
	return [...document.querySelectorAll('form input, form textarea')]
		.filter(isTextField)
		.filter((field) => field.form !== form && field.id !== '' && field.value !== field.defaultValue)
		.map(({ id, value, defaultValue }) => ({ id, value, kept: defaultValue }));
}

/**
 * Sending a form loads the page anew; what stands in its other forms would be gone. It is put by
 * until the page is back, in this tab alone, and put in where the field is as it was.
 */
export function putBy({ target, defaultPrevented }: SubmitEvent): void {
	if (defaultPrevented || !(target instanceof HTMLFormElement)) return;
	const fields = changedOutside(target);
	if (fields.length === 0) return;
	try {
		sessionStorage.setItem(place, JSON.stringify({ path: location.pathname, fields }));
	} catch {
		// A browser that keeps nothing behaves as before.
	}
}

/** Puts back what was put by for this page, and forgets it. */
export function putBack(): void {
	let typed: Typed | undefined;
	try {
		typed = JSON.parse(sessionStorage.getItem(place) ?? 'null') ?? undefined;
		sessionStorage.removeItem(place);
	} catch {
		return;
	}
	if (typed?.path !== location.pathname) return;
	for (const { id, value, kept } of typed.fields) {
		const field = document.getElementById(id);
		if (!field || !isTextField(field)) continue;
		if (field.defaultValue !== kept || field.value !== kept) continue;
		field.value = value;
		field.dispatchEvent(new Event('input', { bubbles: true }));
		const fold = field.closest('details');
		if (fold) fold.open = true;
	}
}
