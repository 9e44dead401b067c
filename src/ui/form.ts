import type { Refused } from '#surfaces/forms/actions.server.ts';

/** What a page's action answered, if it did. */
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

/** Whether one of these forms was refused, so that it stays open. */
export function wasRefused(...asked: Parameters<typeof refusalOf>): boolean {
	return refusalOf(...asked) !== undefined;
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
	/** the account's id; what a device keeps stands under it */
	owner: string;
}
