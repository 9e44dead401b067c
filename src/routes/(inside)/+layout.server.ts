import { takeToast } from '#surfaces/forms/toast.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, cookies, isDataRequest, route }) => {
	// Read with every page, so that a toast comes with the page that follows the step.
	void [isDataRequest, route.id];
	return {
		explorer: { name: locals.session?.explorer.name ?? '', zone: locals.session?.explorer.zone ?? 'UTC' },
		toast: takeToast(cookies)
	};
};
