import type { Do } from '#tests/support/undo.ts';
import * as clarity from './operations.server.ts';
import { clarityCase } from './test-undo.ts';

const kind = 'strength' as const;

/** Three notes of one kind; gives the first one's id. */
async function noted(perform: Do): Promise<string> {
	const { id } = await perform(clarity.addSelfNote, { kind, text: 'Listening' });
	for (const text of ['Plain words', 'Patience'])
		await perform(clarity.addSelfNote, { kind, text });
	return id;
}

/** Three criteria, the first one a deal-breaker; gives its id. */
async function named(perform: Do): Promise<string> {
	const { id } = await perform(clarity.addCriterion, { text: 'Words', mark: 'deal-breaker' });
	for (const text of ['Time', 'A window']) await perform(clarity.addCriterion, { text });
	return id;
}

/** What undoes each step with an ordered list. */
export const listCases = [
	clarityCase(clarity.addSelfNote, {
		input: async (perform) => {
			await noted(perform);
			return { kind, text: 'Humour', position: 1 };
		},
		otherwise: (perform, { id }) => perform(clarity.changeSelfNote, { id, text: 'Wit' })
	}),
	clarityCase(clarity.changeSelfNote, {
		input: async (perform) => ({ id: await noted(perform), text: 'Hearing people out' }),
		otherwise: (perform, _, { id }) => perform(clarity.changeSelfNote, { id, text: 'Silence' })
	}),
	clarityCase(clarity.removeSelfNote, {
		input: async (perform) => ({ id: await noted(perform) }),
		otherwise: (perform, _, { id }) => perform(clarity.addSelfNote, { id, kind, text: 'Wit' })
	}),
	clarityCase(clarity.rankSelfNote, {
		input: async (perform) => ({ id: await noted(perform), position: 9 }),
		otherwise: (perform, _, { id }) => perform(clarity.rankSelfNote, { id, position: 2 })
	}),
	clarityCase(clarity.addCriterion, {
		input: async (perform) => {
			await named(perform);
			return { text: 'A short way to work', mark: 'deal-breaker' as const };
		},
		otherwise: (perform, { id }) => perform(clarity.changeCriterion, { id, text: 'By foot' })
	}),
	clarityCase(clarity.changeCriterion, {
		input: async (perform) => ({ id: await named(perform), text: 'Work with words' }),
		otherwise: (perform, _, { id }) => perform(clarity.changeCriterion, { id, text: 'Texts' })
	}),
	clarityCase(clarity.removeCriterion, {
		input: async (perform) => ({ id: await named(perform) }),
		otherwise: (perform, _, { id }) => perform(clarity.addCriterion, { id, text: 'By foot' })
	}),
	clarityCase(clarity.moveCriterion, {
		input: async (perform) => ({ id: await named(perform), position: 3 }),
		otherwise: (perform, _, { id }) => perform(clarity.moveCriterion, { id, position: 2 })
	}),
	clarityCase(clarity.addOption, {
		input: () => ({ text: 'Opening a bakery' }),
		otherwise: async (perform, { id }) => {
			await perform(clarity.removeOption, { id });
			return perform(clarity.addOption, { id, text: 'Keeping bees' });
		}
	}),
	clarityCase(clarity.removeOption, {
		input: (perform) => perform(clarity.addOption, { text: 'Opening a bakery' }),
		otherwise: (perform, _, { id }) => perform(clarity.addOption, { id, text: 'Keeping bees' })
	})
];
