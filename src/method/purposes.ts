/** Purposes of messages; an interview has at most one message of each. */
export const purposeNames = {
	request: 'Your request',
	'follow-up': 'Your follow-up',
	'thank-you': 'Your thank-you',
	update: 'Your update',
	'second-update': 'Your second update',
	'connector-thanks': 'Your thanks for the introduction',
	'connector-update': 'Your update for the connector'
} as const;
export type Purpose = keyof typeof purposeNames;
export const purposes = Object.keys(purposeNames) as [Purpose, ...Purpose[]];

/** Messages before the talk, which ask for it. */
export type AskPurpose = 'request' | 'follow-up';
/** Messages after the talk, which ask for nothing (method 7). */
export const afterPurposes = [
	'thank-you',
	'update',
	'second-update',
	'connector-thanks',
	'connector-update'
] as const satisfies readonly Purpose[];
export type AfterPurpose = (typeof afterPurposes)[number];

const after: ReadonlySet<Purpose> = new Set(afterPurposes);

export function isAfterTalk(purpose: Purpose): purpose is AfterPurpose {
	return after.has(purpose);
}

/** Whether the message goes to the connector and not to the partner. */
export function isForConnector(purpose: Purpose): boolean {
	return purpose === 'connector-thanks' || purpose === 'connector-update';
}
