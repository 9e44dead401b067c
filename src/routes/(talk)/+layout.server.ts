import { takeToast } from '#surfaces/forms/toast.ts';
import type { LayoutServerLoad } from './$types';

/** The full-screen layout of the talk has no navigation, but shows toasts as well. */
export const load: LayoutServerLoad = async (event) => {
	// Reading `url.href` makes this function run on every navigation, so that each page gets its toast.
	void event.url.href;
	return { toast: await takeToast(event) };
};
