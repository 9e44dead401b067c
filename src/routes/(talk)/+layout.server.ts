import { takeToast } from '#surfaces/forms/toast.ts';
import type { LayoutServerLoad } from './$types';

/** A full screen has no rail; what was said last is said here, too. */
export const load: LayoutServerLoad = async (event) => {
	// Reading the address makes this run for every page, so that a toast comes with its page.
	void event.url.href;
	return { toast: await takeToast(event) };
};
