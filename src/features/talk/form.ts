import type { Refused } from '#surfaces/forms/actions.server.ts';

/** What a page's action answered, if it did. */
export type Form = { refused?: Refused } | null | undefined;

/** When and where the page is read, and by whom. */
export interface Moment {
	now: string;
	/** IANA zone of the explorer */
	zone: string;
	/** the account's id; what a device keeps stands under it */
	owner: string;
}
