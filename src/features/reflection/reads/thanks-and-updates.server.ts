import type { interviewNamed } from '#features/interviews/reads/interviews.server.ts';
import { type MessageView, updateDates } from '#features/outreach/reads/messages.server.ts';
import type { Purpose } from '#method/purposes.ts';
import { personNamed } from '#features/people/reads/people.server.ts';
import type { Scope } from '#server/scope.server.ts';
import { thankState, thankText } from '../rules/thank.ts';
import { connectorUpdateDueOn, nextUpdate, updateDueOn } from '#features/outreach/rules/updates.ts';
import type { Reflection } from '../schemas.ts';

type Thread = Awaited<ReturnType<typeof interviewNamed>>;

function messageFor(messages: readonly MessageView[], purpose: Purpose): MessageView | null {
	return messages.find((message) => message.purpose === purpose) ?? null;
}

/** State, deadline and draft of the thank-you to the partner. */
export function thanksOf(
	{ heldAt, thankedAt }: Thread,
	messages: readonly MessageView[],
	now: string,
	zone: string
): Reflection['thanks'] {
	const message = messageFor(messages, 'thank-you');
	if (!heldAt) return { state: 'none', words: '', message };
	const state = thankState(heldAt, thankedAt, now);
	return { state, words: state === 'sent' ? '' : thankText(heldAt, now, zone), message };
}

/** Date, state and texts of the updates to the partner. */
export function updateOf(
	{ heldAt }: Thread,
	messages: readonly MessageView[],
	zone: string
): Reflection['update'] {
	const facts = { heldAt, ...updateDates(messages) };
	const next = nextUpdate(facts) ?? null;
	const sent = messages.filter(
		({ purpose, sentAt }) =>
			(purpose === 'update' || purpose === 'second-update') && sentAt !== null
	);
	const answered = sent.some(({ answeredAt }) => answeredAt !== null);
	return {
		next,
		dueOn: updateDueOn(facts, zone) ?? null,
		over: next || !heldAt ? null : answered ? 'answered' : 'two-unanswered',
		message: next && messageFor(messages, next),
		sent
	};
}

/** The connector with thank-you and update; null without a connector. */
export async function connectorOf(
	scope: Scope,
	{ connectorId, heldAt }: Thread,
	messages: readonly MessageView[],
	zone: string
): Promise<Reflection['connector']> {
	const connector = connectorId ? await personNamed(scope, connectorId) : undefined;
	if (!connector) return null;
	const facts = { heldAt, connectorId, ...updateDates(messages) };
	return {
		id: connector.id,
		name: connector.name,
		givenName: connector.givenName || connector.name,
		email: connector.email,
		mustNotBeContacted: connector.doNotContactAt !== null,
		tellOn: connectorUpdateDueOn(facts, zone) ?? null,
		thanks: messageFor(messages, 'connector-thanks'),
		update: messageFor(messages, 'connector-update')
	};
}
