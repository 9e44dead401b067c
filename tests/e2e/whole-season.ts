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
import { ask, becomeClear, planAndPrepare, type InputMethod } from './steps.ts';

const editing: Learned[] = [
	{
		text: 'Every sentence is read twice',
		words: 'You touch every sentence twice.',
		stance: 'For',
		about: 'Daily work',
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
 * Runs the method from a new account through three talks on two themes to a recorded decision.
 * @param halfWay called after the first request was sent
 * @returns the paths of the three interviews
 */
export async function walkSeason(
	page: Page,
	origin: string,
	input: InputMethod,
	halfWay?: () => Promise<void>
): Promise<string[]> {
	await becomeClear(page, input);
	await openSecondTheme(page, origin, input);
	await planAndPrepare(page, origin, input, 'Joan Whitcombe');
	await ask(page, input);
	await halfWay?.();
	const first = new URL(page.url()).pathname;
	const second = await planWith(page, origin, input, 'Benedikt Aumann', 'Magazine editing');
	const third = await planWith(page, origin, input, 'Owen Castellan', 'Technical writing');
	for (const [path, learned] of [
		[first, editing],
		[second, editing],
		[third, writing]
	] as const) {
		await agree(page, input, path);
		await talk(page, input, path);
		await reflect(page, input, path, learned);
	}
	await decide(page, origin, input, 'Magazine editing');
	return [first, second, third];
}
