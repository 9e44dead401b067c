import * as clarity from '#features/clarity/operations.server.ts';
import { answers, criteria, notes, parked, themes } from './explorer.ts';
import type { DemoRun } from './demo-run.ts';

/**
 * Adds themes, self-notes, criteria and readiness answers, 75 days ago.
 * @returns ids of the three themes and of the criteria
 */
export async function addClarity(demo: DemoRun): Promise<{ themes: string[]; criteria: string[] }> {
	demo.clock.set(demo.instant(75));
	const resting = await demo.do(clarity.openTheme, { title: parked.title });
	const lookAgainOn = demo.day(-parked.lookAgainInDays);
	await demo.do(clarity.parkTheme, { id: resting.id, lookAgainOn });
	const themeIds: string[] = [];
	for (const { title, ...words } of themes) {
		const { id } = await demo.do(clarity.openTheme, { title });
		await demo.do(clarity.describeTheme, { id, ...words });
		themeIds.push(id);
	}
	for (const [kind, texts] of Object.entries(notes)) {
		for (const text of texts) {
			await demo.do(clarity.addSelfNote, { kind: kind as keyof typeof notes, text });
		}
	}
	const criterionIds: string[] = [];
	for (const { text, dealBreaker } of criteria) {
		const { id } = await demo.do(clarity.addCriterion, {
			text,
			...(dealBreaker ? { mark: 'deal-breaker' as const } : {})
		});
		criterionIds.push(id);
	}
	await demo.do(clarity.addOption, { text: 'Opening a bakery' });
	await demo.do(clarity.answerReadiness, answers);
	return { themes: themeIds, criteria: criterionIds };
}
