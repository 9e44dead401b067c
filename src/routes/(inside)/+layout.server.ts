import { dayOf } from '#kernel/clock.ts';
import { takeToast } from '#surfaces/forms/toast.ts';
import type { LayoutServerLoad } from './$types';

/** What every page inside shows: who is in, which day it is there, and what was said last. */
export const load: LayoutServerLoad = async (event) => {
	const { locals, url } = event;
	// Reading the address makes this run for every page, so that a toast comes with its page.
	void url.href;
	const { name = '', zone = 'UTC' } = locals.session?.explorer ?? {};
	return {
		explorer: { id: locals.session?.userId ?? '', name, zone },
		day: dayOf(locals.app.clock.now(), zone),
		toast: await takeToast(event)
	};
};
