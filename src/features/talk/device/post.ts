import type { TalkEvent } from '../rules/events.ts';
import type { Receipt } from './stored-log.ts';
import type { Sent } from './sender.ts';

/** How long an answer may take before the network counts as gone [D]. */
const PATIENCE = 15_000;

/** Browsers keep 64 kB alive when a page goes; characters, most of them one byte [D]. */
const MOST_KEPT_ALIVE = 20_000;

/**
 * Sends events to the page's own address. A redirect means that the session is over; it is not
 * followed, so that nobody is led away from a talk.
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
			// Whoever leaves right after the goodbye takes nothing away from the server.
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

/** What the server has of a talk by now. @returns nothing where it cannot be asked */
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
