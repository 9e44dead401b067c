import { afterAll, beforeAll } from 'vitest';
import { operationsIn } from '#server/perform.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import type { RawRow } from '#tests/support/raw.ts';
import { holdUndoOf, undoCase, type Do } from '#tests/support/undo.ts';
import * as clarity from './operations.server.ts';

let testApp: TestApp;
beforeAll(async () => {
	testApp = await openTestApp();
});
afterAll(() => testApp.close());

/** Tables in which withdrawn rows stay as history that no page shows. */
const keepsHistory = new Set(['readiness_statements', 'consultations']);

/** Columns that may differ after undo and redo: a repeated statement has a new id. */
function standing(table: string, row: RawRow): RawRow | undefined {
	if (keepsHistory.has(table) && row.withdrawn_at !== null) return undefined;
	if (table === 'readiness_statements') return { ...row, id: null };
	if (table === 'themes' && row.seat !== 1) return { ...row, top_since: null };
	return row;
}

/** A case whose history tables are not compared. */
const clarityCase: typeof undoCase = (operation, parts) =>
	undoCase(operation, { part: standing, ...parts });

/** Opens three themes and returns the id of the one in this seat. */
async function seated(perform: Do, seat = 1): Promise<string> {
	const ids: string[] = [];
	for (const title of ['Magazine editing', 'Bookbinding', 'Beekeeping']) {
		ids.push((await perform(clarity.openTheme, { title })).id);
	}
	return ids[seat - 1] ?? '';
}

/** A theme parked until a date, with three others in the seats. */
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

/** Undo of each operation on themes. */
const themeCases = [
	clarityCase(clarity.openTheme, {
		input: () => ({ title: 'Magazine editing' }),
		otherwise: (perform, { id }) => renamed(perform, id),
		// It remains among the themes that were let go.
		part: (table, row) => (row.title === 'Magazine editing' ? undefined : standing(table, row))
	}),
	clarityCase(clarity.openTheme, {
		when: 'instead of another',
		input: async (perform) => ({ title: 'Copy editing', instead: await seated(perform, 2) }),
		otherwise: (perform, { id }) => toTop(perform, id),
		// The new theme is parked afterwards.
		part: (table, row) => (row.title === 'Copy editing' ? undefined : standing(table, row))
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

const kind = 'strength' as const;

/** Adds three notes of one kind and returns the first one's id. */
async function noted(perform: Do): Promise<string> {
	const { id } = await perform(clarity.addSelfNote, { kind, text: 'Listening' });
	for (const text of ['Plain words', 'Patience'])
		await perform(clarity.addSelfNote, { kind, text });
	return id;
}

/** Adds three criteria, the first a deal-breaker, and returns its id. */
async function named(perform: Do): Promise<string> {
	const { id } = await perform(clarity.addCriterion, { text: 'Words', mark: 'deal-breaker' });
	for (const text of ['Time', 'A window']) await perform(clarity.addCriterion, { text });
	return id;
}

/** Undo of each operation on a ranked list. */
const listCases = [
	clarityCase(clarity.addSelfNote, {
		input: async (perform) => {
			await noted(perform);
			return { kind, text: 'Dry humour', position: 1 };
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

const answers = { clarity: 4, satisfaction: 4, fear: 2, pressure: 2, confidence: 2 };
const reason = 'My aunt retires in June, and she is the editor I want to ask.';
const criterion = (perform: Do) => perform(clarity.addCriterion, { text: 'Working with words' });

/** Undo of each operation on the check and deal-breakers. */
const checkCases = [
	clarityCase(clarity.answerReadiness, {
		input: () => answers,
		otherwise: (perform) => perform(clarity.answerReadiness, { ...answers, fear: 5 })
	}),
	clarityCase(clarity.overrideReadiness, {
		input: () => ({ reason }),
		otherwise: async (perform) => {
			await perform(clarity.withdrawOverride, {});
			return perform(clarity.overrideReadiness, { reason: 'Another one' });
		}
	}),
	clarityCase(clarity.withdrawOverride, {
		input: async (perform) => {
			await perform(clarity.overrideReadiness, { reason });
			return {};
		},
		otherwise: (perform) => perform(clarity.overrideReadiness, { reason: 'Another one' })
	}),
	clarityCase(clarity.markDealBreaker, {
		input: criterion,
		otherwise: async (perform, _, { id }) => {
			await perform(clarity.unmarkDealBreaker, { id });
			return perform(clarity.markDealBreaker, { id });
		}
	}),
	clarityCase(clarity.markDealBreaker, {
		when: 'after it was said that none is one',
		input: async (perform) => {
			const made = await criterion(perform);
			await perform(clarity.sayNoDealBreaker, {});
			return made;
		},
		otherwise: async (perform, _, { id }) => {
			await perform(clarity.unmarkDealBreaker, { id });
			return perform(clarity.sayNoDealBreaker, {});
		}
	}),
	clarityCase(clarity.unmarkDealBreaker, {
		input: async (perform) => {
			const made = await criterion(perform);
			await perform(clarity.markDealBreaker, made);
			return made;
		},
		otherwise: (perform) => perform(clarity.sayNoDealBreaker, {})
	}),
	clarityCase(clarity.sayNoDealBreaker, {
		input: async (perform) => {
			await criterion(perform);
			return {};
		},
		otherwise: async (perform) => {
			await perform(clarity.withdrawNoDealBreaker, {});
			return perform(clarity.sayNoDealBreaker, {});
		}
	}),
	clarityCase(clarity.withdrawNoDealBreaker, {
		input: async (perform) => {
			await criterion(perform);
			await perform(clarity.sayNoDealBreaker, {});
			return {};
		},
		otherwise: async (perform) => {
			const { id } = await perform(clarity.addCriterion, { text: 'Time' });
			return perform(clarity.markDealBreaker, { id });
		}
	})
];

const drafted = (perform: Do) => perform(clarity.draftConsultation, { coach: 'Ulla Berg' });

/** Undo of each operation on a consultation request. */
const consultationCases = [
	clarityCase(clarity.draftConsultation, {
		input: async (perform) => {
			await drafted(perform);
			return { coach: 'Another coach' };
		},
		otherwise: (perform, { id }) => perform(clarity.writeConsultation, { id, text: 'My words' })
	}),
	clarityCase(clarity.markConsultationSent, {
		input: drafted,
		otherwise: (perform, { id }) => perform(clarity.markConsultationHeld, { id })
	}),
	clarityCase(clarity.markConsultationHeld, {
		input: drafted,
		otherwise: drafted
	}),
	clarityCase(clarity.withdrawConsultation, {
		input: drafted,
		otherwise: async (perform) => {
			const { id } = await drafted(perform);
			return perform(clarity.markConsultationSent, { id });
		}
	})
];

const cases = [...themeCases, ...listCases, ...checkCases, ...consultationCases];

holdUndoOf(() => testApp, operationsIn(clarity), cases);
