import type { RequestEvent } from '@sveltejs/kit';

/** Back to a part of the same brief. */
export const to = (anchor: string) => (_: unknown, event: RequestEvent) =>
	`/interviews/${event.params.id ?? ''}/prepare#${anchor}`;
