import type { Page } from '@playwright/test';

/** An input method: by mouse or touch, or by keyboard only. */
export interface InputMethod {
	fill(page: Page, label: string | RegExp, text: string): Promise<void>;
	press(page: Page, name: string | RegExp): Promise<void>;
	/** presses a button of the open dialog */
	confirm(page: Page, name: string | RegExp): Promise<void>;
	follow(page: Page, name: string | RegExp): Promise<void>;
	choose(page: Page, name: string | RegExp): Promise<void>;
	/** opens the `details` with this summary */
	unfold(page: Page, words: string | RegExp): Promise<void>;
	/** chooses an option of a list */
	pick(page: Page, label: string | RegExp, option: string): Promise<void>;
	/** a date, `2026-11-24`, and a time, `16:00`, in the browser's own fields */
	date(page: Page, label: string | RegExp, day: string): Promise<void>;
	time(page: Page, label: string | RegExp, time: string): Promise<void>;
}

export const byPointer: InputMethod = {
	fill: (page, label, text) => page.getByLabel(label).first().fill(text),
	press: (page, name) => page.getByRole('button', { name }).first().click(),
	confirm: (page, name) => page.getByRole('dialog').getByRole('button', { name }).first().click(),
	follow: (page, name) => page.getByRole('link', { name }).first().click(),
	choose: async (page, name) => {
		// The radio is visually hidden inside its label, which people click.
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

type Reached =
	'button' | 'dialog button' | 'link' | 'textbox' | 'radio' | 'combobox' | 'summary' | 'date';

function wantedOn(page: Page, role: Reached, name: string | RegExp) {
	if (role === 'textbox' || role === 'combobox') return page.getByLabel(name).first();
	if (role === 'dialog button') {
		return page.getByRole('dialog').getByRole('button', { name }).first();
	}
	if (role === 'date') return page.getByLabel(name, { exact: true }).first();
	if (role === 'summary') return page.locator('summary', { hasText: name }).first();
	return page.getByRole(role, { name }).first();
}

/** Presses Tab until the wanted element has the focus. */
async function tabTo(page: Page, role: Reached, name: string | RegExp): Promise<void> {
	const wanted = wantedOn(page, role, name);
	// The element is located once, since locating it before every key takes far longer than the key.
	const find = () => wanted.elementHandle();
	let element = await find();
	for (let presses = 0; presses < 250; presses += 1) {
		let focus = await element?.evaluate(focusSeenFrom);
		// The element was rendered again.
		if (focus === 'gone') {
			element = await find();
			focus = await element?.evaluate(focusSeenFrom);
		}
		if (focus === 'here') return;
		// Arrow keys move within a radio group, Tab leaves it.
		await page.keyboard.press(focus === 'in its group' ? 'ArrowRight' : 'Tab');
	}
	throw new Error(`Tab does not reach ${role} ${String(name)}`);
}

/** The position of the focus relative to the wanted element; runs in the page. */
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

export const byKeyboard: InputMethod = {
	fill: async (page, label, text) => {
		await tabTo(page, 'textbox', label);
		await page.keyboard.press('Control+a');
		await page.keyboard.insertText(text);
	},
	press: async (page, name) => {
		await tabTo(page, 'button', name);
		await page.keyboard.press('Enter');
	},
	confirm: async (page, name) => {
		await tabTo(page, 'dialog button', name);
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
		// The order of the date parts follows the browser's locale, which is American here.
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
