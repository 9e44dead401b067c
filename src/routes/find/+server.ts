import { json } from '@sveltejs/kit';
import { personAddress } from '#kernel/page-addresses.ts';
import { besideName } from '#features/people/listing-text.ts';
import { findPeople } from '#features/people/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Found } from '#ui/palette.ts';
import type { RequestHandler } from './$types';

/** The results of the command palette while somebody types. */
export const GET: RequestHandler = async (event) => {
	const words = (event.url.searchParams.get('words') ?? '').slice(0, 200);
	const { people } = await readFor(event, findPeople, { words });
	const found = people.map((person): Found => {
		const beside = besideName(person);
		return {
			group: 'People',
			label: person.name,
			...(beside ? { beside } : {}),
			href: personAddress(person.id),
			icon: 'people'
		};
	});
	return json({ found });
};
