import { isSecretName } from '#kernel/secret-names.ts';

/** Changed fields of the other forms of a page, stored while one form is submitted. */
interface UnsavedFields {
	path: string;
	fields: { id: string; value: string; original: string }[];
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

const storageKey = 'imago:typed';
const textTypes = new Set([
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

/**
 * Whether a field is a text field and not a secret: one-time codes use text fields and must not be stored
 * in the browser.
 */
function isTextField(element: Element): element is TextField {
	return (
		(element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) &&
		textTypes.has(element.type) &&
		!isSecretName(element.name)
	);
}

/** Fields outside a form whose values differ from those that the page was rendered with. */
function changedOutside(form: HTMLFormElement): UnsavedFields['fields'] {
	return [...document.querySelectorAll('form input, form textarea')]
		.filter(isTextField)
		.filter((field) => field.form !== form && field.id !== '' && field.value !== field.defaultValue)
		.map(({ id, value, defaultValue }) => ({ id, value, original: defaultValue }));
}

/**
 * Stores the changed fields of the other forms of the page in this tab's session storage before a form is
 * submitted, since the reload would discard them.
 */
export function storeUnsavedFields({ target, defaultPrevented }: SubmitEvent): void {
	if (defaultPrevented || !(target instanceof HTMLFormElement)) return;
	const fields = changedOutside(target);
	if (fields.length === 0) return;
	try {
		sessionStorage.setItem(storageKey, JSON.stringify({ path: location.pathname, fields }));
	} catch {
		// Without session storage the fields are lost, as they would be anyway.
	}
}

/**
 * Restores the stored fields of this page where the server's value is unchanged, and deletes them from
 * the session storage.
 */
export function restoreUnsavedFields(): void {
	let stored: UnsavedFields | undefined;
	try {
		stored = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') ?? undefined;
		sessionStorage.removeItem(storageKey);
	} catch {
		return;
	}
	if (stored?.path !== location.pathname) return;
	for (const { id, value, original } of stored.fields) {
		const field = document.getElementById(id);
		if (!field || !isTextField(field)) continue;
		if (field.defaultValue !== original || field.value !== original) continue;
		field.value = value;
		field.dispatchEvent(new Event('input', { bubbles: true }));
		const fold = field.closest('details');
		if (fold) fold.open = true;
	}
}
