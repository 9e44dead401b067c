import { expect, type Page } from '@playwright/test';
import { addAndPlan, settled, type InputMethod } from './steps.ts';

/** Opens a second theme, so that there is something to compare. */
export async function openSecondTheme(
	page: Page,
	origin: string,
	input: InputMethod
): Promise<void> {
	await page.goto(`${origin}/clarity`);
	await settled(page);
	await input.fill(page, 'Your second theme', 'Technical writing');
	await input.press(page, 'Add theme');
	await expect(page.getByRole('heading', { name: 'Technical writing' })).toBeVisible();
	await settled(page);
}

/** Adds a person and plans an interview with them about a theme. @returns the interview's path */
export async function planWith(
	page: Page,
	origin: string,
	input: InputMethod,
	name: string,
	theme: string
): Promise<string> {
	await addAndPlan(page, origin, input, name);
	await input.choose(page, new RegExp(theme));
	await input.choose(page, /^Own network/);
	await input.press(page, 'Plan interview');
	await page.waitForURL(/interviews\/[0-9a-f-]{36}/);
	await settled(page);
	return new URL(page.url()).pathname.replace(/\/prepare$/, '');
}

/** Records the agreed time: tomorrow at 16:00, 15:00 in the zone of the partner. */
export async function agree(page: Page, input: InputMethod, path: string): Promise<void> {
	await page.goto(new URL(`${path}/agree`, page.url()).href);
	await settled(page);
	const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
	await input.date(page, 'Day', tomorrow);
	await input.time(page, 'Time', '16:00');
	await input.pick(page, /^Time zone of [A-Z]/, 'Europe/Lisbon');
	await input.press(page, 'Save time');
	await expect(page.getByText('15:00 in Lisbon').first()).toBeVisible();
	await settled(page);
}

export interface Learned {
	text: string;
	words?: string;
	stance: 'For' | 'Against' | 'Between';
	about: string;
	criterion: string;
}

/** Holds the talk on its page: start, two notes, one of them marked, the next question, end. */
export async function talk(page: Page, input: InputMethod, path: string): Promise<void> {
	await page.goto(new URL(`${path}/talk`, page.url()).href);
	await settled(page);
	await input.press(page, /^Start talk/);
	await expect(page.getByText(/^Question 1 of/)).toBeVisible();
	for (const note of ['three days of calls per page', 'you edit the writer first']) {
		await input.fill(page, /^Note$/, note);
		await page.keyboard.press('Enter');
		await expect(page.getByText(note).first()).toBeVisible();
	}
	await input.press(page, 'Their words');
	await input.press(page, /^Next question/);
	await expect(page.getByText(/^Question 2 of/)).toBeVisible();
	await expect(page.getByText('All 2 notes saved')).toBeVisible();
	await input.press(page, /^End$/);
	await input.press(page, 'End talk');
	// The link appears once the end is stored on the server.
	await input.follow(page, /^Reflect/);
	await page.waitForURL(/\/reflect$/);
	await settled(page);
}

/** Records the insights one by one, and sends the thank-you. */
export async function reflect(
	page: Page,
	input: InputMethod,
	path: string,
	learned: readonly Learned[]
): Promise<void> {
	await page.goto(new URL(`${path}/reflect`, page.url()).href);
	await settled(page);
	for (const { text, words, stance, about, criterion } of learned) {
		await input.fill(page, /^One thing .* taught you$/, text);
		if (words) await input.fill(page, /own words \(optional\)$/, words);
		await input.choose(page, new RegExp(`^${stance}$`));
		await input.pick(page, 'Topic', about);
		await input.pick(page, 'Criterion', criterion);
		await input.press(page, /^Add insight$/);
		await expect(page.getByText(words ?? text).first()).toBeVisible();
		await settled(page);
	}
	await input.fill(
		page,
		/^Thank-you message to/,
		'You said that you edit the writer first, and that has not left me since. I had pictured a desk and silence. It changes what I will ask the next person. Thank you for the minutes you did not have.'
	);
	await input.press(page, 'Mark as sent');
	await input.confirm(page, 'Mark as sent');
	await expect(page.getByRole('heading', { name: /^Thank-you sent to/ })).toBeVisible();
	await settled(page);
}

/** Writes the strongest evidence against a theme and records what one concludes. */
export async function decide(
	page: Page,
	origin: string,
	input: InputMethod,
	theme: string
): Promise<void> {
	await page.goto(`${origin}/decide`);
	await settled(page);
	await input.follow(page, theme);
	await page.waitForURL(/decide\/[0-9a-f-]{36}/);
	await settled(page);
	await input.fill(page, /^Strongest evidence against/, 'All of them live from a second thing.');
	await input.press(page, /^Save$/);
	await settled(page);
	await input.choose(page, /^Test further/);
	await input.fill(page, 'Reasons', 'Both would do it again, and I have not seen a day of it yet.');
	await input.pick(page, 'Next experiment, if you test further', 'Job shadowing');
	await input.press(page, /^Save decision$/);
	await expect(page.getByText(/Test further/).first()).toBeVisible();
	await settled(page);
}
