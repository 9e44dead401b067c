import { createHash } from 'node:crypto';
import { makeId } from '#kernel/id.ts';

/**
 * The id that something of an interview will have once it is written down, so that it can be named
 * before: the house's questions and answers are shown without a row, and a read writes nothing.
 * @param what a name that stays, for example `question:enjoy`
 */
export function derivedId(interviewId: string, what: string): string {
	const millis = Number.parseInt(interviewId.replaceAll('-', '').slice(0, 12), 16);
	return makeId(millis, createHash('sha256').update(`${interviewId} ${what}`).digest());
}
