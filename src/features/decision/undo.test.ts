import { afterAll, beforeAll } from 'vitest';
import { openSeason, type Season } from '#tests/support/season-parts.ts';
import { holdUndo } from '#tests/support/undo.ts';
import * as decision from './operations.server.ts';
import { operationsIn } from '#server/perform.ts';
import { evidenceFor } from '#tests/support/evidence.ts';

let season: Season;
beforeAll(async () => {
	season = await openSeason();
});
afterAll(() => season.close());

const reasons = { reasons: 'Because.', lookAgainOn: '2027-02-21' };
let seat = 1;

async function against(at: number | null = null) {
	const themeId = await evidenceFor(season, season.caller).theme('Letterpress', at);
	await season.as(decision.writeCounterEvidence, { themeId, text: 'Nights.' });
	return themeId;
}

async function experiment() {
	const planned = { themeId: season.themeId, rung: 'shadow' as const, text: 'A closing day' };
	return { ...planned, id: (await season.as(decision.planExperiment, planned)).id };
}

holdUndo(() => season, operationsIn(decision), {
	'counterEvidence.write': async () => {
		const themeId = await against();
		const text = 'A second job.';
		return {
			input: { themeId, text },
			otherwise: () => season.as(decision.writeCounterEvidence, { themeId, text: 'Both of them.' })
		};
	},
	'decisions.record': async () => ({
		input: { themeId: await against((seat += 1)), outcome: 'let-go', ...reasons },
		otherwise: (_, { id = '' }) => season.as(decision.withdrawDecision, { id }),
		// The withdrawn text stays in the history.
		part: (table, row) => (table === 'decisions' && row.withdrawn_at !== null ? undefined : row)
	}),
	'decisions.withdraw': async () => {
		const themeId = await against();
		const park = { themeId, outcome: 'park' as const, ...reasons };
		const { id } = await season.as(decision.recordDecision, park);
		return {
			input: { id },
			otherwise: () => season.as(decision.recordDecision, park),
			// Its evidence holds when it took effect, which is a later instant now.
			part: (table, row) => (table === 'decisions' ? { ...row, evidence: null } : row)
		};
	},
	'experiments.plan': async () => ({
		input: { themeId: season.themeId, rung: 'shadow', text: 'A closing day' },
		otherwise: (_, { id = '' }) => season.as(decision.markExperimentDone, { id })
	}),
	'experiments.markDone': async () => {
		const { id } = await experiment();
		return {
			input: { id },
			otherwise: async (pass) => {
				await season.as(decision.unmarkExperimentDone, { id });
				pass();
				await season.as(decision.markExperimentDone, { id });
			}
		};
	},
	'experiments.remove': async () => {
		const planned = await experiment();
		const other = { ...planned, text: 'Another day' };
		return {
			input: { id: planned.id },
			otherwise: () => season.as(decision.planExperiment, other)
		};
	}
});
