import type { RequestEvent } from '@sveltejs/kit';

/** The interview of the address, for the operations that ask for it. */
export const from = ({ params }: RequestEvent) => ({ interviewId: params.id ?? '' });

/** Back to a part of the same brief. */
export const to = (anchor: string) => (_: unknown, event: RequestEvent) =>
	`/interviews/${event.params.id ?? ''}/prepare#${anchor}`;
