import { dayOf } from '#kernel/clock.ts';
import { refuse, type Refusal, refuseConflict } from '#kernel/refusal.ts';
import { businessCalendar } from '#features/account/reads/calendar.server.ts';
import { isClosed, type interviewNamed } from '#features/interviews/reads/interviews.server.ts';
import { personNamed } from '#features/people/reads/people.server.ts';
import { mayUpdate } from '../rules/updates.ts';
import type { Context } from '#server/perform.ts';
import { messageViews, updateDates } from './messages.server.ts';
import { isForConnector, type AfterPurpose } from '#method/purposes.ts';

/** An interview with the names of its partner and connector. */
export type Thread = Awaited<ReturnType<typeof interviewNamed>>;

/** Refuses thanks and updates before the interview was held, and those to a connector without one. */
export function notYet(thread: Thread, purpose: AfterPurpose): Refusal | undefined {
	const name = nameOf(thread);
	if (!thread.heldAt) {
		return refuse(
			'too-soon',
			'outreach.not-held',
			`You have not talked with ${name} yet, as far as is noted here. Nothing was changed. Say on the talk's page that it took place; thanks and news come after it.`
		);
	}
	if (!isForConnector(purpose) || thread.connectorId) return undefined;
	return refuseConflict(
		'outreach.no-connector',
		`Nobody is noted who introduced ${name}. Nothing was changed. If somebody did, say so on the interview's page first.`
	);
}

function nameOf(thread: Thread): string {
	return thread.givenName || thread.personName;
}

async function protectedRefusal(
	{ scope }: Context,
	thread: Thread,
	purpose: AfterPurpose
): Promise<Refusal | undefined> {
	const connector =
		isForConnector(purpose) && thread.connectorId
			? await personNamed(scope, thread.connectorId)
			: undefined;
	const to = isForConnector(purpose)
		? { name: connector?.name, at: connector?.doNotContactAt }
		: { name: thread.personName, at: thread.doNotContactAt };
	if (!to.at) return undefined;
	return refuse(
		'not-allowed',
		'people.do-not-contact',
		`${to.name ?? 'This person'} must not be contacted, and that stands. Your text is kept; no thanks are owed.`
	);
}

/** Refuses to send thanks a second time (method 7). */
function onceRefusal(
	thread: Thread,
	purpose: AfterPurpose,
	dates: ReturnType<typeof updateDates>
): Refusal | undefined {
	const name = isForConnector(purpose) ? (thread.connectorName ?? 'The connector') : nameOf(thread);
	const thanked = { 'thank-you': thread.thankedAt, 'connector-thanks': dates.connectorThankedAt };
	if ((purpose === 'thank-you' || purpose === 'connector-thanks') && thanked[purpose]) {
		return refuseConflict(
			'outreach.thanked-already',
			`${name} was thanked already, and once is right. Its text is kept. What comes next is to tell them what came of it.`
		);
	}
	if (purpose !== 'connector-update' || !dates.connectorToldAt) return undefined;
	return refuseConflict(
		'outreach.connector-told',
		`${name} heard what came of it already, and needs no second word. Its text is kept.`
	);
}

/** The refusal to send thanks or an update now, if any; reads the facts that the rules need. */
export async function afterTalkRefusal(
	context: Context,
	thread: Thread,
	purpose: AfterPurpose
): Promise<Refusal | undefined> {
	if (thread.closedAt) return isClosed();
	const early = notYet(thread, purpose);
	if (early) return early;
	const dates = updateDates(await messageViews(context.scope, thread.id));
	const refusal =
		(await protectedRefusal(context, thread, purpose)) ?? onceRefusal(thread, purpose, dates);
	if (refusal) return refusal;
	if (purpose !== 'update' && purpose !== 'second-update') return undefined;
	if (!thread.thankedAt) return thankFirst(nameOf(thread));
	const { zone } = await businessCalendar(context.scope);
	const facts = { heldAt: thread.heldAt, ...dates };
	return mayUpdate(facts, purpose, nameOf(thread), dayOf(context.now, zone), zone);
}

function thankFirst(name: string): Refusal {
	return refuseConflict(
		'outreach.thank-first',
		`${name} has not been thanked yet, and thanks come first. Your text stays here. Send the thank-you, then tell what came of it.`
	);
}
