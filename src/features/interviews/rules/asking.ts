import type { Instant } from '#kernel/clock.ts';
import { refuse, type Refusal, refuseConflict } from '#kernel/refusal.ts';
import type { InterviewFacts } from '#method/interview-facts.ts';
import { countInSeason, PARTNER_CAPACITY } from './season.ts';

/** Most requests without an answer at a time (method 3) [D]. */
export const MOST_WAITING = 5;

export interface AskingFacts {
	interview: InterviewFacts;
	/** the theme has a seat */
	themeIsOpen: boolean;
	outreach: 'open' | 'closed';
	/** reason of an override of the readiness check; empty for none */
	overrideReason?: string | undefined;
	/** number of requests without an answer */
	waiting: number;
	partner: {
		name: string;
		doNotContact: boolean;
		/** another interview with the same partner waits for an answer */
		openRequest: boolean;
		/** instants of earlier requests to this partner, without this one */
		askedBefore: readonly Instant[];
		/** requests per season; 3 unless the partner stated another number */
		capacity?: number | undefined;
	};
	goals: number;
	/** number of sources with a note of what they answer, for the "why you" */
	answeringSources: number;
	now: Instant;
}

/**
 * Checks whether a request to this partner may be sent now (methods 1, 2 and 3).
 * @returns all refusals, the weightiest first; empty when it may be sent. Codes:
 * `interviews.closed`, `interviews.asked-already`, `people.do-not-contact`, `themes.not-open`,
 * `outreach.too-soon`, `outreach.open-request`, `outreach.capacity`, `outreach.five-waiting`,
 * `outreach.no-goal`, `outreach.no-source`
 */
export function mayAsk(facts: AskingFacts): Refusal[] {
	const checks = [ofThread, ofPartner, ofTheme, ofReadiness, ofProtection, ofWaiting, ofResearch];
	return checks.flatMap((check) => check(facts));
}

function ofThread({ interview }: AskingFacts): Refusal[] {
	if (interview.closedAt) {
		const sentence = 'This interview is closed. Reopen it first, or choose someone else.';
		return [refuseConflict('interviews.closed', sentence)];
	}
	if (interview.askedAt || interview.agreedAt || interview.heldAt) {
		const sentence =
			'Your request is already marked as sent, and its text is saved. You send one request and one follow-up only. Mark it as answered when they reply.';
		return [refuseConflict('interviews.asked-already', sentence)];
	}
	return [];
}

function ofPartner({ partner }: AskingFacts): Refusal[] {
	if (!partner.doNotContact) return [];
	const sentence = `${partner.name} is marked “Do not contact”, so you cannot send a request. Someone else may know the same work.`;
	return [refuse('not-allowed', 'people.do-not-contact', sentence)];
}

function ofTheme({ themeIsOpen }: AskingFacts): Refusal[] {
	if (themeIsOpen) return [];
	const sentence =
		'This theme is not open, and requests are about open themes only. Your draft is saved. Move the theme to a place in Clarity to continue.';
	return [refuseConflict('themes.not-open', sentence)];
}

function ofReadiness({ outreach, overrideReason }: AskingFacts): Refusal[] {
	if (outreach === 'open' || overrideReason?.trim()) return [];
	const sentence =
		'It is too soon to ask: more conversations may add confusion now. Take the next step in Clarity first, or give a reason to ask anyway.';
	return [refuse('too-soon', 'outreach.too-soon', sentence)];
}

function ofProtection({ partner, now }: AskingFacts): Refusal[] {
	if (partner.openRequest) {
		const sentence = `Another request to ${partner.name} is waiting for an answer. Send only one at a time. Ask again when it is answered or closed.`;
		return [refuseConflict('outreach.open-request', sentence)];
	}
	if (countInSeason(partner.askedBefore, now) < (partner.capacity ?? PARTNER_CAPACITY)) return [];
	const sentence = `${partner.name} has received enough requests in the last 90 days. The limit protects their time. Someone else may know the same work.`;
	return [refuseConflict('outreach.capacity', sentence)];
}

function ofWaiting({ waiting }: AskingFacts): Refusal[] {
	if (waiting < MOST_WAITING) return [];
	const sentence =
		'Five requests are waiting for an answer, and five is the limit. You can send the next one when one is answered or closed.';
	return [refuseConflict('outreach.five-waiting', sentence)];
}

function ofResearch({ goals, answeringSources }: AskingFacts): Refusal[] {
	const refusals: Refusal[] = [];
	if (goals < 1) {
		const sentence =
			'Your brief has no goal yet. Add one thing you want to learn before you write the request.';
		refusals.push(refuseConflict('outreach.no-goal', sentence));
	}
	if (answeringSources < 1) {
		const sentence =
			'Your “why you”, the reason to ask this person, has no source yet. Read one source and add what it told you.';
		refusals.push(refuseConflict('outreach.no-source', sentence));
	}
	return refusals;
}
