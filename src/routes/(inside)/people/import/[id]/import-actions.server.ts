import type { RequestEvent } from '@sveltejs/kit';
import { whoStayed } from '#features/people/losing-words.ts';
import {
	commitImport,
	discardImport,
	mapImport,
	undoImport
} from '#features/people/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { counted } from '#ui/words.ts';

const from = (event: RequestEvent) => ({ id: event.params.id });

/** From the page of one import, or from the list of them, where the form names it. */
export const undo = act('undo', undoImport, {
	from: (event) => (event.params.id ? { id: event.params.id } : {}),
	toast: (undone) => ({ text: whoStayed(undone).slice(0, 300) })
});

export const importActions = {
	map: act('map', mapImport, { from }),
	commit: act('commit', commitImport, {
		from,
		toast: ({ id, fresh }) => ({
			text: `${counted(fresh, 'person is', 'people are')} here now`,
			undo: { operation: 'imports.undo', fields: { id }, back: '/people' }
		}),
		goTo: () => '/people'
	}),
	discard: act('discard', discardImport, {
		from,
		toast: () => ({ text: 'Discarded. Your people are as they were.' }),
		goTo: () => '/people/import'
	}),
	undo
};
