import { addHours, type Instant } from '#kernel/clock.ts';
import { closingReasons } from '#method/closing-reasons.ts';
import type { InterviewFacts, When } from '#method/interview-facts.ts';
import { stageOf } from '#method/stage.ts';

/** Hours after the talk within which the thank-you is owed (method 7). */
export const THANK_WITHIN_HOURS = 24;
/** Hours after an introduction within which to write (method 2). */
export const WRITE_WITHIN_HOURS = 24;

export interface ThreadFacts extends InterviewFacts {
	/** the partner's form of address */
	name: string;
	/** the partner must not be contacted */
	doNotContactAt?: When;
	/** how the partner was found, "from the corrections page" */
	wishedFrom?: string | undefined;
	introduction?: { connector: string; offeredAt: Instant; agreedAt?: When } | undefined;
	/** start of the agreed talk */
	meetingAt?: When;
	/** when partner and connector were updated */
	toldAt?: When;
}

export interface ThreadItem {
	code: string;
	title: string;
	when: 'past' | 'now' | 'later';
	/** when it happened, or is due */
	at?: Instant;
	/** further text without the date */
	note?: string;
}

/**
 * The timeline of one interview, from wish to thank-you.
 * @returns past items in time order, exactly one `now`, then future items
 */
export function threadOf(facts: ThreadFacts): ThreadItem[] {
	return [...past(facts), ...coming(facts)];
}

function past(facts: ThreadFacts): ThreadItem[] {
	const { name, introduction } = facts;
	const connector = introduction?.connector ?? '';
	const happened: [code: string, at: When, title: string, note?: string | undefined][] = [
		['wished', facts.wishedAt, 'Added', facts.wishedFrom],
		['offered', introduction?.offeredAt, `${connector} offered to ask ${name}`],
		['introduced', introduction?.agreedAt, `${name} said yes to ${connector}`],
		['asked', facts.askedAt, 'Request sent'],
		['followed-up', facts.followedUpAt, 'Follow-up sent', 'You send only one'],
		['answered', facts.answeredAt, `${name} answered`],
		['agreed', facts.agreedAt, 'Time agreed'],
		['held', facts.heldAt, 'Conversation held'],
		['thanked', facts.thankedAt, 'Thank-you sent'],
		['told', facts.toldAt, 'Update sent']
	];
	return happened
		.flatMap(([code, at, title, note]): (ThreadItem & { at: Instant })[] =>
			at ? [{ code, title, when: 'past', at, ...(note ? { note } : {}) }] : []
		)
		.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

/** Future items after the current stage; the first becomes `now`. */
function coming(facts: ThreadFacts): ThreadItem[] {
	return remaining(facts)
		.filter((each, index) => index === 0 || each.code !== 'rests')
		.map((each, index) => ({ ...each, when: index === 0 ? 'now' : 'later' }));
}

type Ahead = Omit<ThreadItem, 'when'>;

function remaining(facts: ThreadFacts): Ahead[] {
	const stage = stageOf(facts);
	if (stage === 'closed') {
		const title = facts.closedBecause ? closingReasons[facts.closedBecause].name : 'Closed';
		return [{ code: 'closed', title, ...(facts.closedAt ? { at: facts.closedAt } : {}) }];
	}
	const waits = stage === 'asked' && !facts.answeredAt;
	const reached: Record<typeof stage, string> = {
		'to-ask': 'ask',
		asked: waits ? 'wait' : 'agree',
		agreed: 'talk',
		talked: 'thank',
		thanked: facts.toldAt ? 'rests' : 'tell'
	};
	const ahead = inOrder(facts).filter((each) => waits || each.code !== 'wait');
	return ahead.slice(ahead.findIndex((each) => each.code === reached[stage]));
}

function inOrder(facts: ThreadFacts): Ahead[] {
	const { name } = facts;
	return [
		{ code: 'ask', title: 'Send request', ...askNote(facts) },
		{ code: 'wait', title: `Wait for ${name}’s answer`, note: waitNote(facts) },
		{ code: 'agree', title: 'Agree on a time', note: 'They choose, you arrange the rest' },
		{
			code: 'talk',
			title: 'Prepare and hold the conversation',
			...(facts.meetingAt ? { at: facts.meetingAt } : {})
		},
		{ code: 'thank', title: thankTitle(facts), ...thankBy(facts.heldAt) },
		{
			code: 'tell',
			title: `Send update to ${name}`,
			note: 'About two weeks after the conversation'
		},
		{ code: 'rests', title: 'All steps done' }
	];
}

const mustNot = 'Marked “Do not contact”';

function askNote({ doNotContactAt, introduction }: ThreadFacts): Partial<Ahead> {
	return doNotContactAt ? { note: mustNot } : writeBy(introduction?.agreedAt);
}

function waitNote(facts: ThreadFacts): string {
	if (facts.doNotContactAt) return mustNot;
	return facts.followedUpAt
		? 'After 7 more business days, close the interview'
		: 'After 7 business days, send one follow-up';
}

function thankTitle({ name, introduction }: ThreadFacts): string {
	return introduction ? `Thank ${name}, update ${introduction.connector}` : `Thank ${name}`;
}

function writeBy(agreedAt: When): Partial<Ahead> {
	return agreedAt
		? { at: addHours(agreedAt, WRITE_WITHIN_HOURS), note: 'Within a day of their yes' }
		: {};
}

function thankBy(heldAt: When): Partial<Ahead> {
	const note = 'Within 24 hours of the conversation';
	return heldAt ? { at: addHours(heldAt, THANK_WITHIN_HOURS), note } : { note };
}
