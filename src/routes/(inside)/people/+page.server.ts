import { listImports, listPeople } from '#features/people/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const asked = (name: string) => event.url.searchParams.get(name) ?? '';
	const words = asked('words').slice(0, 200);
	const themeId = asked('themeId');
	const cursor = asked('cursor');
	const [list, { waiting }] = await Promise.all([
		readFor(event, listPeople, {
			...(words ? { words } : {}),
			...(themeId ? { themeId } : {}),
			...(cursor ? { cursor } : {})
		}),
		readFor(event, listImports, {})
	]);
	return { list, waiting, words, themeId, cursor };
};
