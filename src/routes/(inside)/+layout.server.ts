import { dayOf } from '#kernel/clock.ts';
import { takeToast } from '#surfaces/forms/toast.ts';
import type { LayoutServerLoad } from './$types';

/** Data of every page behind sign-in: the account, its local day, and the toast of the last action. */
export const load: LayoutServerLoad = async (event) => {
	const { locals, url } = event;
	// Reading the URL makes this load run at every navigation, so that the toast is shown with its page.
	void url.href;
	const { name = '', zone = 'UTC' } = locals.session?.explorer ?? {};
	return {
		explorer: { id: locals.session?.userId ?? '', name, zone },
		day: dayOf(locals.app.clock.now(), zone),
		toast: await takeToast(event)
	};
};
