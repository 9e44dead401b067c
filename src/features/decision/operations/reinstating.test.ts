import { afterAll, beforeEach, expect, test } from 'vitest';
import { addMinutes } from '#kernel/clock.ts';
import { moveTheme, seeClarity } from '#features/clarity/operations.server.ts';
import type { Caller } from '#server/perform.ts';
import { newId } from '#server/secrets.ts';
import { openTestApp } from '#tests/support/app.ts';
import {
	recordDecision,
	reinstateDecision,
	withdrawDecision,
	writeCounterEvidence
} from '../operations.server.ts';
import type { Outcome } from '../rules/outcomes.ts';
import { evidenceFor } from '../test-evidence.ts';

const house = await openTestApp();
afterAll(() => house.close());
let me: Caller;
let themeId: string;
beforeEach(async () => {
	me = await house.another(`Explorer ${newId()}`);
	const at = evidenceFor(house, me);
	themeId = await at.theme('Magazine editing', 1);
	await at.theme('Technical writing', 2);
	await house.as(writeCounterEvidence, { themeId, text: 'Nights.' }, me);
});

const later = (): void => house.clock.set(addMinutes(house.clock.now(), 30));
const open = async () => (await house.as(seeClarity, {}, me)).themes.map(({ title }) => title);
async function decide(outcome: Outcome): Promise<string> {
	const words = { reasons: 'Because.', lookAgainOn: '2027-02-21' };
	const { id } = await house.as(recordDecision, { themeId, outcome, ...words }, me);
	later();
	return id;
}

test.each(['pursue', 'let-go', 'park'] as const)(
	'%s: withdrawn, reinstated and withdrawn again, the theme is where it was each time',
	async (outcome) => {
		const id = await decide(outcome);
		await house.as(withdrawDecision, { id }, me);
		later();
		await house.as(moveTheme, { id: themeId, seat: 2 }, me);
		await house.as(reinstateDecision, { id }, me);
		expect(await open()).toEqual(['Technical writing']);
		later();
		expect((await house.as(withdrawDecision, { id }, me)).theme).toBe('as-before');
		expect(await open()).toEqual(['Technical writing', 'Magazine editing']);
	}
);
