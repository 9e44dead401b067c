import type { Refused } from '#surfaces/forms/actions.server.ts';

/** What a page's action answered, if it did. */
export type Form = { refused?: Refused } | null | undefined;

/** Whether one of these forms was refused, so that it stays open. */
export function wasRefused(form: Form, names: readonly string[], about?: string): boolean {
	const refused = form?.refused;
	return (
		refused !== undefined &&
		names.includes(refused.form) &&
		(about === undefined || refused.about === about)
	);
}

/** When and where a page is read. */
export interface Moment {
	now: string;
	/** IANA zone of the explorer */
	zone: string;
}
