import * as clarity from '#features/clarity/operations.server.ts';
import { answers, criteria, notes, parked, themes } from './explorer.ts';
import type { Stage } from './stage.ts';

/** The inner exploration, 75 days ago. @returns ids of the three themes and of the criteria */
export async function becomeClear(stage: Stage): Promise<{ themes: string[]; criteria: string[] }> {
	stage.clock.set(stage.instant(75));
	const resting = await stage.do(clarity.openTheme, { title: parked.title });
	const lookAgainOn = stage.day(-parked.lookAgainInDays);
	await stage.do(clarity.parkTheme, { id: resting.id, lookAgainOn });
	const themeIds: string[] = [];
	for (const { title, ...words } of themes) {
		const { id } = await stage.do(clarity.openTheme, { title });
		await stage.do(clarity.describeTheme, { id, ...words });
		themeIds.push(id);
	}
	for (const [kind, texts] of Object.entries(notes)) {
		for (const text of texts) {
			await stage.do(clarity.addSelfNote, { kind: kind as keyof typeof notes, text });
		}
	}
	const criterionIds: string[] = [];
	for (const { text, dealBreaker } of criteria) {
		const { id } = await stage.do(clarity.addCriterion, {
			text,
			...(dealBreaker ? { mark: 'deal-breaker' as const } : {})
		});
		criterionIds.push(id);
	}
	await stage.do(clarity.addOption, { text: 'Opening a bakery' });
	await stage.do(clarity.answerReadiness, answers);
	return { themes: themeIds, criteria: criterionIds };
}
