import { dayOf } from '#kernel/clock.ts';
import { takeToast } from '#surfaces/forms/toast.ts';
import type { LayoutServerLoad } from './$types';

/** Data of every page behind the sign-in: the explorer, the date in their zone, and the toast. */
export const load: LayoutServerLoad = async (event) => {
	const { locals, url } = event;
	// Reading `url.href` makes this function run on every navigation, so that each page gets its toast.
	void url.href;
	const { name = '', zone = 'UTC' } = locals.session?.explorer ?? {};
	return {
		explorer: { id: locals.session?.userId ?? '', name, zone },
		day: dayOf(locals.app.clock.now(), zone),
		toast: await takeToast(event)
	};
};
