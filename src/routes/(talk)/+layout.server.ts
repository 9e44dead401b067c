import { takeToast } from '#surfaces/forms/toast.ts';
import type { LayoutServerLoad } from './$types';

/** Data of the full-screen talk page, which has no navigation: the toast of the last action. */
export const load: LayoutServerLoad = async (event) => {
	// Reading the URL makes this load run at every navigation, so that the toast is shown with its page.
	void event.url.href;
	return { toast: await takeToast(event) };
};
