import type { TalkEvent } from '../rules/events.ts';
import type { Receipt } from './stored-log.ts';
import type { Sent } from './sender.ts';

/** Milliseconds without an answer after which the network counts as unavailable [D]. */
const PATIENCE = 15_000;

/** Longest body in characters sent with `keepalive`, for which browsers allow 64 kB [D]. */
const MOST_KEPT_ALIVE = 20_000;

/**
 * Posts events to the page's own address. A redirect means that the session has ended; it is not
 * followed, so that the page of the talk stays open.
 */
export async function postEvents(
	address: string,
	owner: string,
	events: readonly TalkEvent[]
): Promise<Sent> {
	const body = JSON.stringify({ owner, events });
	try {
		const response = await fetch(address, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body,
			// The request completes even if the page is closed.
			keepalive: body.length < MOST_KEPT_ALIVE,
			redirect: 'manual',
			signal: AbortSignal.timeout(PATIENCE)
		});
		if (response.type === 'opaqueredirect' || response.status === 401) {
			return { kind: 'signed-out' };
		}
		if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' };
		const { receipts } = (await response.json()) as { receipts?: Receipt[] };
		return receipts ? { kind: 'received', receipts } : { kind: 'refused' };
	} catch {
		return { kind: 'unreachable' };
	}
}

/** Fetches the events of a talk from the server. @returns undefined if it cannot be reached */
export async function fetchEvents(
	address: string,
	owner: string
): Promise<TalkEvent[] | undefined> {
	try {
		const response = await fetch(`${address}?owner=${encodeURIComponent(owner)}`, {
			redirect: 'manual',
			signal: AbortSignal.timeout(PATIENCE)
		});
		if (!response.ok) return undefined;
		const answer = (await response.json()) as { events?: TalkEvent[] };
		return answer.events;
	} catch {
		return undefined;
	}
}
