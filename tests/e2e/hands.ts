import type { Page } from '@playwright/test';

/** How a hand moves: by mouse or thumb, or by keyboard alone. */
export interface Hand {
	fill(page: Page, label: string | RegExp, text: string): Promise<void>;
	press(page: Page, name: string | RegExp): Promise<void>;
	follow(page: Page, name: string | RegExp): Promise<void>;
	choose(page: Page, name: string | RegExp): Promise<void>;
	/** opens what is folded under some words */
	unfold(page: Page, words: string | RegExp): Promise<void>;
	/** chooses an option of a list */
	pick(page: Page, label: string | RegExp, option: string): Promise<void>;
	/** a date, `2026-11-24`, and a time, `16:00`, in the browser's own fields */
	date(page: Page, label: string | RegExp, day: string): Promise<void>;
	time(page: Page, label: string | RegExp, time: string): Promise<void>;
}

export const byPointer: Hand = {
	fill: (page, label, text) => page.getByLabel(label).first().fill(text),
	press: (page, name) => page.getByRole('button', { name }).first().click(),
	follow: (page, name) => page.getByRole('link', { name }).first().click(),
	choose: async (page, name) => {
		// The radio itself is invisible inside its chip; people press the words.
		await page.getByRole('radio', { name }).first().locator('xpath=ancestor::label').click();
	},
	unfold: (page, words) => page.locator('summary', { hasText: words }).first().click(),
	pick: async (page, label, option) => {
		const list = page.getByLabel(label).first();
		const begins = list.locator('option', { hasText: option }).first();
		await list.selectOption((await begins.getAttribute('value')) ?? '');
	},
	date: (page, label, day) => page.getByLabel(label, { exact: true }).first().fill(day),
	time: (page, label, time) => page.getByLabel(label, { exact: true }).first().fill(time)
};

type Reached = 'button' | 'link' | 'textbox' | 'radio' | 'combobox' | 'summary' | 'date';

function wantedOn(page: Page, role: Reached, name: string | RegExp) {
	if (role === 'textbox' || role === 'combobox') return page.getByLabel(name).first();
	if (role === 'date') return page.getByLabel(name, { exact: true }).first();
	if (role === 'summary') return page.locator('summary', { hasText: name }).first();
	return page.getByRole(role, { name }).first();
}

/** Goes forward with Tab until the wanted element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, role: Reached, name: string | RegExp): Promise<void> {
	const wanted = wantedOn(page, role, name);
	// To look for it by its name before every key would take many times as long as the key.
	const find = () => wanted.elementHandle();
	let element = await find();
	for (let presses = 0; presses < 250; presses += 1) {
		let focus = await element?.evaluate(focusSeenFrom);
		// The page has drawn it anew.
		if (focus === 'gone') {
			element = await find();
			focus = await element?.evaluate(focusSeenFrom);
		}
		if (focus === 'here') return;
		// Within a group of radios the arrows move, and Tab leaves it.
		await page.keyboard.press(focus === 'in its group' ? 'ArrowRight' : 'Tab');
	}
	throw new Error(`Tab does not reach ${role} ${String(name)}`);
}

/** Where the focus is, seen from the element that is to have it; it runs in the page. */
function focusSeenFrom(element: Node): 'here' | 'in its group' | 'elsewhere' | 'gone' {
	if (!element.isConnected) return 'gone';
	const focused = document.activeElement;
	if (element === focused) return 'here';
	const areRadios =
		focused instanceof HTMLInputElement &&
		element instanceof HTMLInputElement &&
		element.type === 'radio' &&
		focused.type === 'radio';
	return areRadios && focused.name === element.name && focused.form === element.form
		? 'in its group'
		: 'elsewhere';
}

export const byKeyboard: Hand = {
	fill: async (page, label, text) => {
		await tabTo(page, 'textbox', label);
		await page.keyboard.press('Control+a');
		await page.keyboard.insertText(text);
	},
	press: async (page, name) => {
		await tabTo(page, 'button', name);
		await page.keyboard.press('Enter');
	},
	follow: async (page, name) => {
		await tabTo(page, 'link', name);
		await page.keyboard.press('Enter');
	},
	choose: async (page, name) => {
		await tabTo(page, 'radio', name);
		await page.keyboard.press('Space');
	},
	unfold: async (page, words) => {
		await tabTo(page, 'summary', words);
		await page.keyboard.press('Enter');
	},
	pick: async (page, label, option) => {
		await tabTo(page, 'combobox', label);
		await page.keyboard.type(option);
	},
	date: async (page, label, day) => {
		await tabTo(page, 'date', label);
		const [year = '', month = '', date = ''] = day.split('-');
		// The order of the fields follows the browser's own language, which is American here.
		await page.keyboard.type(`${month}${date}${year}`);
	},
	time: async (page, label, time) => {
		await tabTo(page, 'date', label);
		const [hour = '', minute = ''] = time.split(':');
		const clock = Number(hour) % 12 || 12;
		await page.keyboard.type(
			`${String(clock).padStart(2, '0')}${minute}${Number(hour) < 12 ? 'a' : 'p'}`
		);
	}
};
