import { listInterviews } from '#features/today/operations.server.ts';
import { stage } from '#features/interviews/schemas.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const requested = stage.safeParse(event.url.searchParams.get('stage'));
	const after = event.url.searchParams.get('after') ?? undefined;
	return {
		one: requested.success,
		list: await readFor(
			event,
			listInterviews,
			requested.success ? { stage: requested.data, after } : {}
		)
	};
};
