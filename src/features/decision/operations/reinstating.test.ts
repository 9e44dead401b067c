import { beforeEach, expect, test } from 'vitest';
import { addMinutes } from '#kernel/clock.ts';
import { moveTheme, getClarity } from '#features/clarity/operations.server.ts';
import { appWithExplorers } from '#tests/support/explorers.ts';
import {
	recordDecision,
	reinstateDecision,
	withdrawDecision,
	writeCounterEvidence
} from '../operations.server.ts';
import type { Outcome } from '../rules/outcomes.ts';
import { evidenceFor } from '#tests/support/evidence.ts';

const { testApp, current, as } = await appWithExplorers();
let themeId: string;
beforeEach(async () => {
	const at = evidenceFor(testApp, current.me);
	themeId = await at.theme('Magazine editing', 1);
	await at.theme('Technical writing', 2);
	await as(writeCounterEvidence, { themeId, text: 'Nights.' });
});

const later = (): void => testApp.clock.set(addMinutes(testApp.clock.now(), 30));
const open = async () => (await as(getClarity, {})).themes.map(({ title }) => title);
async function decide(outcome: Outcome): Promise<string> {
	const words = { reasons: 'Because.', lookAgainOn: '2027-02-21' };
	const { id } = await as(recordDecision, { themeId, outcome, ...words });
	later();
	return id;
}

test.each(['pursue', 'let-go', 'park'] as const)(
	'%s: withdrawn, reinstated and withdrawn again, the theme is where it was each time',
	async (outcome) => {
		const id = await decide(outcome);
		await as(withdrawDecision, { id });
		later();
		await as(moveTheme, { id: themeId, seat: 2 });
		await as(reinstateDecision, { id });
		expect(await open()).toEqual(['Technical writing']);
		later();
		expect((await as(withdrawDecision, { id })).theme).toBe('as-before');
		expect(await open()).toEqual(['Technical writing', 'Magazine editing']);
	}
);
