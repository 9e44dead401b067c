import type { Refused } from '#surfaces/forms/actions.server.ts';

/** The result of the form action, where there is one. */
export type Form = { refused?: Refused } | null | undefined;

/**
 * The refusal of one of these forms.
 * @param about the row the forms belong to, where a page has many of them
 */
export function refusalOf(
	form: Form,
	names: readonly string[],
	about?: string
): Refused | undefined {
	const refused = form?.refused;
	const isMine = refused && names.includes(refused.form);
	return isMine && (about === undefined || refused.about === about) ? refused : undefined;
}

/** Whether one of these forms was refused, so that its section stays open. */
export function wasRefused(...args: Parameters<typeof refusalOf>): boolean {
	return refusalOf(...args) !== undefined;
}

/** When and where a page is read. */
export interface Moment {
	now: string;
	/** IANA zone of the explorer */
	zone: string;
}

/** On which date and where a page is read. */
export interface LocalDay {
	/** the explorer's date */
	today: string;
	/** IANA zone of the explorer */
	zone: string;
}

/** When and where a page is read, and by whom. */
export interface OwnedMoment extends Moment {
	/** id of the account; data on the device is stored under it */
	owner: string;
}
