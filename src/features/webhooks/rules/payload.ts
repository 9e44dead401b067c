import type { Instant } from '#kernel/clock.ts';

/** Payload of a delivery: event type and subject only. Receivers read details by an API key. */
export interface Payload {
	/** event type, `interviews.asked` */
	type: string;
	/** when it happened */
	timestamp: Instant;
	data: {
		workspace: string;
		event: string;
		about: { kind: string; id: string };
	};
}

/** The body of a delivery, identical at every attempt. */
export function bodyOf(delivery: {
	workspace_id: string;
	event_id: string;
	verb: string;
	about_kind: string;
	about_id: string;
	happened_at: Instant;
}): string {
	const payload: Payload = {
		type: delivery.verb,
		timestamp: delivery.happened_at,
		data: {
			workspace: delivery.workspace_id,
			event: delivery.event_id,
			about: { kind: delivery.about_kind, id: delivery.about_id }
		}
	};
	return JSON.stringify(payload);
}
