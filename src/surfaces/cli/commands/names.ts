/** Converts camel case to kebab case: `self-notes` for `selfNotes`. */
export function kebab(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * Group and verb of an operation on the command line: `people do-not-contact` for `people.doNotContact`.
 */
export function wordsOf(operation: string): [group: string, verb: string] {
	const [group = '', verb = ''] = operation.split('.');
	return [kebab(group), kebab(verb)];
}

/** The option of a field: `--was.look-again-on` for `was.lookAgainOn`. */
export function flagOf(field: string): string {
	return `--${field.split('.').map(kebab).join('.')}`;
}
