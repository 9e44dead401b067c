import type { Refused } from '#surfaces/forms/actions.server.ts';

/** What a page's action answered, if it did. */
export type Form = { refused?: Refused } | null | undefined;

/** When and where a page is read. */
export interface Moment {
	/** the explorer's date */
	today: string;
	/** IANA zone of the explorer */
	zone: string;
}
