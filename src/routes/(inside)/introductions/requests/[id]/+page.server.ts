import { introductionsAddress } from '#kernel/page-addresses.ts';
import * as introductions from '#features/introductions/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { listPeople } from '#features/people/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Number of people suggested without a search. */
const offered = 8;

export const load: PageServerLoad = async (event) => {
	const words = (event.url.searchParams.get('words') ?? '').slice(0, 200);
	const request = await readFor(event, introductions.getIntroductionRequest, {
		id: event.params.id
	});
	const near = request.theme.seat === null ? {} : { themeId: request.theme.id };
	const { people } = await readFor(event, listPeople, {
		...(words ? { words } : near),
		limit: offered
	});
	return { request, words, found: words || request.theme.seat !== null ? people : [] };
};

export const actions: Actions = {
	write: act(introductions.writeIntroductionRequest),
	add: act(introductions.addRecipient),
	removeRecipient: act(introductions.removeRecipient),
	asked: act(introductions.markAsked),
	answer: act(introductions.noteRecipientAnswer),
	offer: act(introductions.offerIntroduction),
	end: act(introductions.endIntroductionRequest),
	unend: act(introductions.unendIntroductionRequest),
	remove: act(introductions.removeIntroductionRequest, { goTo: () => introductionsAddress() })
};
