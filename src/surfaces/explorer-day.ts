import type { RequestEvent } from '@sveltejs/kit';
import { dayOf, type Day, type Instant } from '#kernel/clock.ts';

/** The date that an instant has where the explorer lives. */
export function explorerDay({ locals }: Pick<RequestEvent, 'locals'>, instant: Instant): Day {
	return dayOf(instant, locals.session?.explorer.zone ?? 'UTC');
}
