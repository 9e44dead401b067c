import { expect, type Page, type Request } from '@playwright/test';
import { connectionsCsv } from '../support/connections.ts';
import { byPointer, type Hand } from './hands.ts';

export { byKeyboard, byPointer, type Hand } from './hands.ts';

/** Milliseconds without a request, after which a page is at rest; Playwright's own wait takes 500. */
const REST = 120;

interface Traffic {
	underWay: Set<Request>;
	since: number;
}
const trafficOf = new WeakMap<Page, Traffic>();

function watch(page: Page): Traffic {
	const known = trafficOf.get(page);
	if (known) return known;
	const traffic: Traffic = { underWay: new Set(), since: Date.now() };
	trafficOf.set(page, traffic);
	const over = (request: Request): void => {
		traffic.underWay.delete(request);
		traffic.since = Date.now();
	};
	page.on('request', (request) => {
		traffic.underWay.add(request);
		traffic.since = Date.now();
	});
	page.on('requestfinished', over);
	page.on('requestfailed', over);
	// What a page that was left still sends is no more this page's.
	page.on('framenavigated', (frame) => {
		if (frame === page.mainFrame()) traffic.underWay.clear();
	});
	return traffic;
}

/** The page is loaded, its script has run, and nothing is on its way to the server or back. */
export async function settled(page: Page): Promise<void> {
	const traffic = watch(page);
	traffic.since = Date.now();
	const deadline = Date.now() + 20_000;
	await page.waitForLoadState('load');
	while (traffic.underWay.size > 0 || Date.now() - traffic.since < REST) {
		if (Date.now() > deadline) throw new Error(`${page.url()} does not come to rest`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	// Two frames: what the answer changed is on the screen, and the thread of the page was free.
	await page.evaluate(
		() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
	);
}

/** From a new account to a readiness check that opens outreach. */
export async function becomeClear(page: Page, hand: Hand): Promise<void> {
	await hand.follow(page, 'Take the first seat');
	await page.waitForURL(/clarity/);
	await settled(page);
	await hand.fill(page, 'My first theme', 'Magazine editing');
	await hand.press(page, 'Take the first seat');
	await expect(page.getByRole('heading', { name: 'Magazine editing' })).toBeVisible();
	await settled(page);
	for (const [label, text] of [
		['What you would do', 'Choose, cut and shape other people’s stories until they sing.'],
		['Where and with whom', 'A small office, with writers and one art director.'],
		['Why it pulls', 'I rewrite the menu in every restaurant I sit in.']
	] as const) {
		await hand.fill(page, new RegExp(`^${label}`), text);
	}
	await hand.press(page, /^Save$/);
	await settled(page);
	for (const [add, texts] of [
		['Add an interest', ['How stories are built', 'Why people change course', 'Tools and manuals']],
		['Add a strength', ['Exactness under a deadline', 'Getting shy people to talk', 'Plain words']],
		['Add a value', ['Doing it well', 'Being useful to one person', 'Time of my own']],
		['Add a criterion', ['Working with words', 'Steady income', 'Staying in Gothenburg']]
	] as const) {
		for (const text of texts) {
			await hand.fill(page, add, text);
			// Enter in the field adds: nobody moves to the button twelve times.
			await page.keyboard.press('Enter');
			await expect(page.getByText(text, { exact: true }).first()).toBeVisible();
			await settled(page);
		}
	}
	await hand.press(page, 'None is a deal-breaker');
	await settled(page);
	const groups = page.locator(
		'#answers fieldset, [id*=answers] ~ form fieldset, form:has([name=clarity]) fieldset'
	);
	await expect(groups.first()).toBeVisible();
	for (const [name, value] of Object.entries({
		clarity: 4,
		satisfaction: 4,
		fear: 2,
		pressure: 2,
		confidence: 4
	})) {
		const radio = page.locator(`input[type=radio][name=${name}][value="${value}"]`);
		if (hand === byPointer) await radio.locator('xpath=ancestor::label').click();
		else {
			await radio.focus();
			await page.keyboard.press('Space');
		}
	}
	await hand.press(page, 'Keep my answers');
	await expect(page.getByRole('heading', { name: /^(Ready|Almost ready)/ })).toBeVisible();
}

/** Has a LinkedIn file of invented people read. */
export async function readConnections(page: Page, origin: string, rows: number): Promise<void> {
	await page.goto(`${origin}/people/import`);
	await settled(page);
	await page.getByLabel('The ZIP, or the Connections.csv in it').setInputFiles({
		name: 'Connections.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(connectionsCsv({ rows, seed: 11, preamble: true, bom: true }))
	});
	await page.getByRole('button', { name: 'Read this file' }).click();
}

/** Reads a LinkedIn file of invented people and adds them; the list shows them at once. */
export async function importPeople(page: Page, origin: string, rows: number): Promise<void> {
	await readConnections(page, origin, rows);
	await page.getByRole('button', { name: /^Add these/ }).click({ timeout: 60_000 });
	await page.waitForURL(/\/people(\/import\/[^/]+|\?.*)?$/);
	await settled(page);
}

/**
 * Adds somebody to the address book and goes on to plan an interview with them.
 * @param facts by the labels of the form
 */
export async function addAndPlan(
	page: Page,
	origin: string,
	hand: Hand,
	name: string,
	facts: Readonly<Record<string, string>> = {}
): Promise<void> {
	await page.goto(`${origin}/people/new`);
	await settled(page);
	await hand.fill(page, /^Name/, name);
	for (const [label, text] of Object.entries(facts)) await hand.fill(page, label, text);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name })).toBeVisible();
	await settled(page);
	await hand.follow(page, 'Plan an interview');
	await page.waitForURL(/interviews\/new/);
	await settled(page);
}

/** Plans an interview with somebody of the address book and writes down why. */
export async function planAndPrepare(
	page: Page,
	origin: string,
	hand: Hand,
	name: string
): Promise<void> {
	const work = { 'What they do': 'Copy chief', 'Where they work': 'Harbour & Field' };
	await addAndPlan(page, origin, hand, name, work);
	await hand.choose(page, /^Own network/);
	await hand.fill(page, /^How you found/, 'Karin Ekblad thought we should meet');
	await hand.press(page, 'Plan this interview');
	await page.waitForURL(/interviews\/[0-9a-f-]{36}/);
	await settled(page);
	if (!/prepare$/.test(page.url())) {
		await hand.follow(page, 'Prepare');
		await page.waitForURL(/prepare$/);
		await settled(page);
	}
	await hand.fill(
		page,
		'One thing to learn',
		'How much of a week is editing, and how much is keeping people calm'
	);
	await hand.press(page, /goal$/i);
	await expect(page.getByText('keeping people calm').first()).toBeVisible();
	await settled(page);
	await hand.fill(page, 'Link', 'https://harbour-field.example/corrections');
	await hand.fill(page, 'What it is', 'Corrections page');
	await hand.fill(page, 'What it already answers', 'They cook a recipe before they print it');
	const why = page.getByRole('checkbox', { name: /why you/ }).first();
	if (!(await why.isChecked())) {
		await why.focus();
		await page.keyboard.press('Space');
	}
	await hand.press(page, /source$/i);
	await expect(page.getByText('They cook a recipe before they print it').first()).toBeVisible();
	await settled(page);
}

export const goodRequest = `Hello Joan,

Karin Ekblad thought we should meet; she told me how you look after your writers. Your note on the corrections page, about cooking a recipe before you print it, is why I am writing to you. You have done this work for years, and I am finding out what it is really like before I change anything.

Would you have 15 minutes by phone in the week of 30 November? I would like to hear what your ordinary closing week looks like and what the worst of it is. I am not asking for a job. I will fit around your day.

Mara Lindqvist`;

/** Drafts the request, sees what the check finds, puts it right and marks it as sent. */
export async function ask(page: Page, hand: Hand): Promise<void> {
	await hand.follow(page, /^(Ask|Write to)/);
	await page.waitForURL(/interviews\/[0-9a-f-]{36}$/);
	await settled(page);
	await hand.press(page, 'Draft it');
	await expect(page.getByLabel('Message')).toBeVisible();
	await settled(page);
	await hand.fill(page, 'Message', 'Hello Joan, does your team have any openings?');
	await expect(page.getByText('any openings').first()).toBeVisible();
	await expect(page.getByRole('button', { name: 'Put these right' })).toBeVisible();
	await hand.fill(page, 'Message', goodRequest);
	await hand.fill(page, 'Subject', 'Fifteen minutes about copy editing');
	await expect(page.getByRole('button', { name: 'Put these right' })).toBeHidden();
	await hand.press(page, 'I sent it');
	await hand.press(page, 'It is out');
	await expect(page.getByRole('heading', { name: /has your request/ })).toBeVisible();
	await settled(page);
}
