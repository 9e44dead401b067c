import { createHash } from 'node:crypto';
import { makeId } from '#kernel/id.ts';

/**
 * Derives the id of an item of an interview before its row exists: default questions and answers
 * are shown without rows, and reads write nothing.
 * @param what stable name, for example `question:enjoy`
 */
export function derivedId(interviewId: string, what: string): string {
	const millis = Number.parseInt(interviewId.replaceAll('-', '').slice(0, 12), 16);
	return makeId(millis, createHash('sha256').update(`${interviewId} ${what}`).digest());
}
