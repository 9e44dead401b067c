import { importsAddress, peopleAddress } from '#kernel/page-addresses.ts';
import { whoStayed } from '#features/people/removal-text.ts';
import * as people from '#features/people/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { counted } from '#ui/text.ts';

/** Undoes an import; on its own page, or in the list of imports, where the form has its id. */
export const undo = act(people.undoImport, {
	toast: (undone) => ({ text: whoStayed(undone).slice(0, 300) })
});

export const importActions = {
	map: act(people.mapImport),
	commit: act(people.commitImport, {
		toast: ({ fresh }) => ({ text: `${counted(fresh, 'person', 'people')} added` }),
		back: () => peopleAddress(),
		goTo: () => peopleAddress()
	}),
	discard: act(people.discardImport, { goTo: () => importsAddress() }),
	undo
};
