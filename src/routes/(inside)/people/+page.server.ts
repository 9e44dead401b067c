import { listImports, listPeople } from '#features/people/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const parameter = (name: string) => event.url.searchParams.get(name) ?? '';
	const words = parameter('words').slice(0, 200);
	const themeId = parameter('themeId');
	const cursor = parameter('cursor');
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
