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
			`Your conversation with ${name} is not recorded yet. Nothing was changed. First record on the talk screen that it took place. Thanks and updates come after that.`
		);
	}
	if (!isForConnector(purpose) || thread.connectorId) return undefined;
	return refuseConflict(
		'outreach.no-connector',
		`This interview has no connector. Nothing was changed. If someone introduced ${name}, add them on the interview's page first.`
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
		`${to.name ?? 'This person'} is marked “Do not contact”, so no message can be sent. Your text is saved. No thanks are needed.`
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
			`${name} has already been thanked. The text is saved. Next, tell them what came of it.`
		);
	}
	if (purpose !== 'connector-update' || !dates.connectorToldAt) return undefined;
	return refuseConflict(
		'outreach.connector-told',
		`${name} already knows what came of it, so no second update is needed. The text is saved.`
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
		`${name} has not been thanked yet. Your text stays here. Send the thank-you first, then the update.`
	);
}
