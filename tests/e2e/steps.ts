import { expect, type Page, type Request } from '@playwright/test';
import { connectionsCsv } from '../support/connections.ts';
import { byPointer, type InputMethod } from './input-methods.ts';

export { byKeyboard, byPointer, type InputMethod } from './input-methods.ts';

/** Milliseconds without a request after which a page is idle; Playwright itself waits 500. */
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
	// Requests of a page that was left no longer count.
	page.on('framenavigated', (frame) => {
		if (frame === page.mainFrame()) traffic.underWay.clear();
	});
	return traffic;
}

/** Waits until the page is loaded and hydrated, and no request is pending. */
export async function settled(page: Page): Promise<void> {
	const traffic = watch(page);
	traffic.since = Date.now();
	const deadline = Date.now() + 20_000;
	await page.waitForLoadState('load');
	while (traffic.underWay.size > 0 || Date.now() - traffic.since < REST) {
		if (Date.now() > deadline) throw new Error(`${page.url()} does not come to rest`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	// After two frames the changes are rendered and the main thread was free.
	await page.evaluate(
		() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
	);
}

/** Fills the clarity page of a new account until the readiness check passes. */
export async function becomeClear(page: Page, input: InputMethod): Promise<void> {
	await input.follow(page, 'Add theme');
	await page.waitForURL(/clarity/);
	await settled(page);
	await input.fill(page, 'Your first theme', 'Magazine editing');
	await input.press(page, 'Add theme');
	await expect(page.getByRole('heading', { name: 'Magazine editing' })).toBeVisible();
	await settled(page);
	for (const [label, text] of [
		['What you would do', 'Choose, cut and shape other people’s stories until they sing.'],
		['Where and with whom', 'A small office, with writers and one art director.'],
		['Why this theme attracts you', 'I rewrite the menu in every restaurant I sit in.']
	] as const) {
		await input.fill(page, new RegExp(`^${label}`), text);
	}
	await input.press(page, /^Save$/);
	await settled(page);
	for (const [add, texts] of [
		['New interest', ['How stories are built', 'Why people change course', 'Tools and manuals']],
		['New strength', ['Exactness under a deadline', 'Getting shy people to talk', 'Plain words']],
		['New value', ['Doing it well', 'Being useful to one person', 'Time of my own']],
		['New criterion', ['Working with words', 'Steady income', 'Staying in Gothenburg']]
	] as const) {
		for (const text of texts) {
			await input.fill(page, add, text);
			// Enter in the field adds the entry, and the next one can be typed at once.
			await page.keyboard.press('Enter');
			await expect(page.getByText(text, { exact: true }).first()).toBeVisible();
			await settled(page);
			await expect(page.getByLabel(add).first()).toBeFocused();
		}
	}
	await input.press(page, 'Confirm no deal-breakers');
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
		if (input === byPointer) await radio.locator('xpath=ancestor::label').click();
		else {
			await radio.focus();
			await page.keyboard.press('Space');
		}
	}
	await input.press(page, 'Save answers');
	await expect(page.getByRole('heading', { name: /^(Ready|Almost ready)/ })).toBeVisible();
}

/** Uploads a LinkedIn file of invented people. */
export async function readConnections(page: Page, origin: string, rows: number): Promise<void> {
	await page.goto(`${origin}/people/import`);
	await settled(page);
	await page.getByLabel('ZIP file or Connections.csv').setInputFiles({
		name: 'Connections.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(connectionsCsv({ rows, seed: 11, preamble: true, bom: true }))
	});
	await page.getByRole('button', { name: 'Read file' }).click();
}

/** Uploads a LinkedIn file of invented people and commits the import; the list shows them at once. */
export async function importPeople(page: Page, origin: string, rows: number): Promise<void> {
	await readConnections(page, origin, rows);
	await page.getByRole('button', { name: /^Add [\d,]+ people$/ }).click({ timeout: 60_000 });
	await page.waitForURL(/\/people(\/import\/[^/]+|\?.*)?$/);
	await settled(page);
}

/**
 * Adds a person to the address book and opens the form for planning an interview.
 * @param facts by the labels of the form
 */
export async function addAndPlan(
	page: Page,
	origin: string,
	input: InputMethod,
	name: string,
	facts: Readonly<Record<string, string>> = {}
): Promise<void> {
	await page.goto(`${origin}/people/new`);
	await settled(page);
	await input.fill(page, /^Name/, name);
	for (const [label, text] of Object.entries(facts)) await input.fill(page, label, text);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name })).toBeVisible();
	await settled(page);
	await input.follow(page, 'Plan interview');
	await page.waitForURL(/interviews\/new/);
	await settled(page);
}

/** Plans an interview with a person of the address book, with a goal and a source. */
export async function planAndPrepare(
	page: Page,
	origin: string,
	input: InputMethod,
	name: string
): Promise<void> {
	const work = { 'Job title': 'Copy chief', 'Company or organization': 'Harbour & Field' };
	await addAndPlan(page, origin, input, name, work);
	await input.choose(page, /^Own network/);
	await input.fill(page, /^How you found/, 'Karin Ekblad thought we should meet');
	// Enter plans the interview, though the button that finds a connector stands before it.
	await page.keyboard.press('Enter');
	await page.waitForURL(/interviews\/[0-9a-f-]{36}/);
	await settled(page);
	if (!/prepare$/.test(page.url())) {
		await input.follow(page, 'Prepare');
		await page.waitForURL(/prepare$/);
		await settled(page);
	}
	await input.fill(
		page,
		'First goal',
		'How much of a week is editing, and how much is keeping people calm'
	);
	await input.press(page, /goal$/i);
	await expect(page.getByText('keeping people calm').first()).toBeVisible();
	await settled(page);
	await input.fill(page, 'Link', 'https://harbour-field.example/corrections');
	await input.fill(page, 'Title', 'Corrections page');
	await input.fill(
		page,
		'What the source already answers',
		'They cook a recipe before they print it'
	);
	const why = page.getByRole('checkbox', { name: /why you/ }).first();
	if (!(await why.isChecked())) {
		await why.focus();
		await page.keyboard.press('Space');
	}
	await input.press(page, /source$/i);
	await expect(page.getByText('They cook a recipe before they print it').first()).toBeVisible();
	await settled(page);
}

export const goodRequest = `Hello Joan,

Karin Ekblad thought we should meet; she told me how you look after your writers. Your note on the corrections page, about cooking a recipe before you print it, is why I am writing to you. You have done this work for years, and I am finding out what it is really like before I change anything.

Would you have 15 minutes by phone in the week of 30 November? I would like to hear what your ordinary closing week looks like and what the worst of it is. I am not asking for a job. I will fit around your day.

Mara Lindqvist`;

/** Drafts the request, checks the findings, corrects the text and marks it as sent. */
export async function ask(page: Page, input: InputMethod): Promise<void> {
	await input.follow(page, /^(Ask|Write request)/);
	await page.waitForURL(/interviews\/[0-9a-f-]{36}$/);
	await settled(page);
	await input.press(page, 'Create draft');
	await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
	await settled(page);
	await input.fill(page, 'Message', 'Hello Joan, does your team have any openings?');
	await expect(page.getByText('any openings').first()).toBeVisible();
	await expect(page.getByRole('button', { name: 'Go to first problem' })).toBeVisible();
	await input.fill(page, 'Message', goodRequest);
	await input.fill(page, 'Subject', 'Fifteen minutes about copy editing');
	await expect(page.getByRole('button', { name: 'Go to first problem' })).toBeHidden();
	await input.press(page, 'Mark as sent');
	await input.confirm(page, 'Mark as sent');
	await expect(page.getByRole('heading', { name: /^Request sent to/ })).toBeVisible();
	await settled(page);
}
