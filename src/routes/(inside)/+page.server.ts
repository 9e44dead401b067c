import { todayFacts } from '#features/today/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { greeting } from '#ui/text.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app, session } = event.locals;
	return {
		...(await readFor(event, todayFacts, {})),
		greeting: greeting(app.clock.now(), session?.explorer.zone ?? 'UTC')
	};
};
