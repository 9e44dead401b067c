/** `selfNotes` as it is typed: `self-notes`. */
export function kebab(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The words by which an operation is called, `people.doNotContact` → `people do-not-contact`. */
export function wordsOf(operation: string): [group: string, verb: string] {
	const [group = '', verb = ''] = operation.split('.');
	return [kebab(group), kebab(verb)];
}

/** The option of a refused field, as a person may type it. */
export function flagOf(field: string): string {
	return `--${field.split('.').map(kebab).join('.')}`;
}
