import type { Do } from '#tests/support/undo.ts';
import * as clarity from './operations.server.ts';
import { clarityCase } from './test-undo.ts';

/** Opens three themes; gives the id of the one with this seat. */
async function seated(perform: Do, seat = 1): Promise<string> {
	const ids: string[] = [];
	for (const title of ['Magazine editing', 'Bookbinding', 'Beekeeping']) {
		ids.push((await perform(clarity.openTheme, { title })).id);
	}
	return ids[seat - 1] ?? '';
}

/** A theme that rests until a date, with the others in the seats. */
async function resting(perform: Do, seat = 1): Promise<string> {
	const id = await seated(perform, seat);
	await perform(clarity.parkTheme, { id, lookAgainOn: '2027-03-01' });
	return id;
}

const renamed = (perform: Do, id: string) =>
	perform(clarity.renameTheme, { id, title: 'Something else' });
const toTop = (perform: Do, id: string) => perform(clarity.moveTheme, { id, seat: 1 });
const parked = (perform: Do, id: string) =>
	perform(clarity.parkTheme, { id, lookAgainOn: '2027-06-01' });

/** What undoes each step with a theme. */
export const themeCases = [
	clarityCase(clarity.openTheme, {
		input: () => ({ title: 'Magazine editing' }),
		otherwise: (perform, { id }) => renamed(perform, id),
		leaves: { themes: 'it is let go of, and stays among those' }
	}),
	clarityCase(clarity.openTheme, {
		when: 'instead of another',
		input: async (perform) => ({ title: 'Copy editing', instead: await seated(perform, 2) }),
		otherwise: (perform, { id }) => toTop(perform, id),
		leaves: { themes: 'the new one rests from then on' }
	}),
	clarityCase(clarity.addTitle, {
		input: async (perform) => ({ id: await seated(perform), title: 'Copy editor' }),
		otherwise: (perform, _, { id }) => perform(clarity.describeTheme, { id, titles: 'Editor' })
	}),
	clarityCase(clarity.renameTheme, {
		input: async (perform) => ({ id: await seated(perform), title: 'Copy editing' }),
		otherwise: (perform, _, { id }) => renamed(perform, id)
	}),
	clarityCase(clarity.moveTheme, {
		input: async (perform) => ({ id: await seated(perform), seat: 3 }),
		otherwise: (perform, _, { id }) => perform(clarity.moveTheme, { id, seat: 2 })
	}),
	clarityCase(clarity.parkTheme, {
		input: async (perform) => ({ id: await seated(perform, 2), lookAgainOn: '2027-03-01' }),
		otherwise: (perform, _, { id }) => parked(perform, id)
	}),
	clarityCase(clarity.parkTheme, {
		when: 'another date for one that rests',
		input: async (perform) => ({ id: await resting(perform), lookAgainOn: null }),
		otherwise: (perform, _, { id }) => parked(perform, id)
	}),
	clarityCase(clarity.unparkTheme, {
		input: async (perform) => ({ id: await resting(perform) }),
		otherwise: (perform, _, { id }) => toTop(perform, id)
	}),
	clarityCase(clarity.unparkTheme, {
		when: 'instead of another',
		input: async (perform) => {
			const id = await resting(perform, 3);
			const { id: instead } = await perform(clarity.openTheme, { title: 'Copy editing' });
			return { id, instead };
		},
		otherwise: (perform, _, { id }) => toTop(perform, id)
	}),
	clarityCase(clarity.unparkTheme, {
		when: 'instead of another, which rests until a date',
		input: async (perform) => {
			const id = await resting(perform, 3);
			const { id: instead } = await perform(clarity.openTheme, { title: 'Proofreading' });
			return { id, instead, restsUntil: '2027-03-01' };
		},
		otherwise: (perform, _, { id }) => toTop(perform, id)
	}),
	clarityCase(clarity.letGoTheme, {
		input: async (perform) => ({ id: await seated(perform, 2) }),
		otherwise: (perform, _, { id }) => perform(clarity.takeBackTheme, { id })
	}),
	clarityCase(clarity.letGoTheme, {
		when: 'one that rests',
		input: async (perform) => ({ id: await resting(perform) }),
		otherwise: (perform, _, { id }) => perform(clarity.takeBackTheme, { id })
	}),
	clarityCase(clarity.takeBackTheme, {
		input: async (perform) => {
			const id = await seated(perform, 3);
			await perform(clarity.letGoTheme, { id });
			return { id };
		},
		otherwise: (perform, _, { id }) => toTop(perform, id)
	}),
	clarityCase(clarity.unchooseTheme, {
		input: async (perform) => {
			const id = await seated(perform, 3);
			await perform(clarity.chooseTheme, { id });
			return { id };
		},
		otherwise: (perform, _, { id }) => toTop(perform, id)
	})
];
