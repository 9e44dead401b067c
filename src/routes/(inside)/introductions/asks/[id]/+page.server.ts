import { introductionsAddress } from '#kernel/addresses.ts';
import * as asks from '#features/introductions/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { listPeople } from '#features/people/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Number of people suggested without a search. */
const offered = 8;

export const load: PageServerLoad = async (event) => {
	const words = (event.url.searchParams.get('words') ?? '').slice(0, 200);
	const ask = await readFor(event, asks.getAsk, { id: event.params.id });
	const near = ask.theme.seat === null ? {} : { themeId: ask.theme.id };
	const { people } = await readFor(event, listPeople, {
		...(words ? { words } : near),
		limit: offered
	});
	return { ask, words, found: words || ask.theme.seat !== null ? people : [] };
};

export const actions: Actions = {
	write: act(asks.writeAsk),
	add: act(asks.addToAsk),
	removePerson: act(asks.removeFromAsk),
	asked: act(asks.markAsked),
	answer: act(asks.noteAskAnswer),
	offer: act(asks.offerIntroduction),
	end: act(asks.endAsk),
	unend: act(asks.unendAsk),
	remove: act(asks.removeAsk, { goTo: () => introductionsAddress() })
};
