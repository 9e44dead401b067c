import { expect, type Page } from '@playwright/test';
import { addAndPlan, settled, type Hand } from './steps.ts';

/** A second dream beside the first, so that there is something to compare. */
export async function openSecondTheme(page: Page, origin: string, hand: Hand): Promise<void> {
	await page.goto(`${origin}/clarity`);
	await settled(page);
	await hand.fill(page, 'My second theme', 'Technical writing');
	await hand.press(page, 'Take the second seat');
	await expect(page.getByRole('heading', { name: 'Technical writing' })).toBeVisible();
	await settled(page);
}

/** Adds a person and plans an interview with them about a theme. @returns the interview's path */
export async function planWith(
	page: Page,
	origin: string,
	hand: Hand,
	name: string,
	theme: string
): Promise<string> {
	await addAndPlan(page, origin, hand, name);
	await hand.choose(page, new RegExp(theme));
	await hand.choose(page, /^Own network/);
	await hand.press(page, 'Plan this interview');
	await page.waitForURL(/interviews\/[0-9a-f-]{36}/);
	await settled(page);
	return new URL(page.url()).pathname.replace(/\/prepare$/, '');
}

/** Notes the agreed time: tomorrow at four, by the partner's clock an hour earlier. */
export async function agree(page: Page, hand: Hand, path: string): Promise<void> {
	await page.goto(new URL(`${path}/agree`, page.url()).href);
	await settled(page);
	const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
	await hand.date(page, 'Day', tomorrow);
	await hand.time(page, 'Time', '16:00');
	await hand.pick(page, /^Where .* is$/, 'Europe/Lisbon');
	await hand.press(page, 'Save time');
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

/** The talk on its page: started, two notes, one marked, a question on, and goodbye. */
export async function talk(page: Page, hand: Hand, path: string): Promise<void> {
	await page.goto(new URL(`${path}/talk`, page.url()).href);
	await settled(page);
	await hand.press(page, /^Start the talk/);
	await expect(page.getByText(/^Question 1 of/)).toBeVisible();
	for (const note of ['three days of calls per page', 'you edit the writer first']) {
		await hand.fill(page, /^Note$/, note);
		await page.keyboard.press('Enter');
		await expect(page.getByText(note).first()).toBeVisible();
	}
	await hand.press(page, 'Their words');
	await hand.press(page, /^Next question/);
	await expect(page.getByText(/^Question 2 of/)).toBeVisible();
	await expect(page.getByText('All 2 notes saved')).toBeVisible();
	await hand.press(page, /^End$/);
	await hand.press(page, 'We said goodbye');
	// The link waits for the goodbye to be at the server.
	await hand.follow(page, /^Reflect/);
	await page.waitForURL(/\/reflect$/);
	await settled(page);
}

/** What was learned, one thing at a time, and the thank-you. */
export async function reflect(
	page: Page,
	hand: Hand,
	path: string,
	learned: readonly Learned[]
): Promise<void> {
	await page.goto(new URL(`${path}/reflect`, page.url()).href);
	await settled(page);
	for (const { text, words, stance, about, criterion } of learned) {
		await hand.fill(page, /^One more thing .* taught you$/, text);
		if (words) await hand.fill(page, /own words, if you have them$/, words);
		await hand.choose(page, new RegExp(`^${stance}$`));
		await hand.pick(page, 'About', about);
		await hand.pick(page, 'Your criterion', criterion);
		await hand.press(page, /^Add$/);
		await expect(page.getByText(words ?? text).first()).toBeVisible();
		await settled(page);
	}
	await hand.fill(
		page,
		'What they said, and what it changes',
		'You said that you edit the writer first, and that has not left me since. I had pictured a desk and silence. It changes what I will ask the next person. Thank you for the minutes you did not have.'
	);
	await hand.press(page, 'I sent it');
	await hand.press(page, 'It is out');
	await expect(page.getByRole('heading', { name: /is thanked$/ })).toBeVisible();
	await settled(page);
}

/** Writes the strongest evidence against a theme and records what one concludes. */
export async function decide(page: Page, origin: string, hand: Hand, theme: string): Promise<void> {
	await page.goto(`${origin}/decide`);
	await settled(page);
	await hand.follow(page, theme);
	await page.waitForURL(/decide\/[0-9a-f-]{36}/);
	await settled(page);
	await hand.fill(
		page,
		/^What is the strongest evidence against/,
		'All of them live from a second thing.'
	);
	await hand.press(page, /^Save$/);
	await settled(page);
	await hand.choose(page, /^Test further/);
	await hand.fill(page, 'Why?', 'Both would do it again, and I have not seen a day of it yet.');
	await hand.pick(page, 'Next rung, if you test further', 'Shadow');
	await hand.press(page, /^Decide$/);
	await expect(page.getByText(/Test further/).first()).toBeVisible();
	await settled(page);
}
