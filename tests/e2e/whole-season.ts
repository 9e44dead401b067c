import type { Page } from '@playwright/test';
import {
	agree,
	decide,
	openSecondTheme,
	planWith,
	reflect,
	talk,
	type Learned
} from './season-steps.ts';
import { ask, becomeClear, planAndPrepare, type Hand } from './steps.ts';

const editing: Learned[] = [
	{
		text: 'Every sentence is read twice',
		words: 'You touch every sentence twice.',
		stance: 'For',
		about: 'Day to day',
		criterion: 'Working with words'
	},
	{
		text: 'All of them live from a second thing',
		stance: 'Against',
		about: 'Pay and security',
		criterion: 'Steady income'
	}
];
const writing: Learned[] = [
	{
		text: 'Half of it is choosing what to leave out',
		stance: 'For',
		about: 'Skills',
		criterion: 'Working with words'
	},
	{
		text: 'A good writer is kept whatever happens',
		words: 'Nobody lets a good writer go.',
		stance: 'For',
		about: 'Pay and security',
		criterion: 'Steady income'
	}
];

/**
 * From a new account through three held talks on two themes to a recorded decision.
 * @param halfWay what happens to the house after the first request went out
 * @returns the paths of the three interviews
 */
export async function walkSeason(
	page: Page,
	origin: string,
	hand: Hand,
	halfWay?: () => Promise<void>
): Promise<string[]> {
	await becomeClear(page, hand);
	await openSecondTheme(page, origin, hand);
	await planAndPrepare(page, origin, hand, 'Joan Whitcombe');
	await ask(page, hand);
	await halfWay?.();
	const first = new URL(page.url()).pathname;
	const second = await planWith(page, origin, hand, 'Benedikt Aumann', 'Magazine editing');
	const third = await planWith(page, origin, hand, 'Owen Castellan', 'Technical writing');
	for (const [path, learned] of [
		[first, editing],
		[second, editing],
		[third, writing]
	] as const) {
		await agree(page, hand, path);
		await talk(page, hand, path);
		await reflect(page, hand, path, learned);
	}
	await decide(page, origin, hand, 'Magazine editing');
	return [first, second, third];
}
