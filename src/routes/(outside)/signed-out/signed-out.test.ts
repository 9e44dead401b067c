import type { ActionFailure } from '@sveltejs/kit';
import fc from 'fast-check';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { operations } from '#surfaces/registry.server.ts';
import { inputFrom } from '#surfaces/forms/fields.ts';
import { actions } from './+page.server.ts';
import Page from './+page.svelte';

type Pair = [name: string, value: string];

/** The page that is rendered for a form without a session. */
async function pageFor(body: URLSearchParams | FormData, to = '/people?/add'): Promise<string> {
	const url = new URL(`http://127.0.0.1/signed-out?${new URLSearchParams({ to })}`);
	const request = new Request(url, { method: 'POST', body });
	const event = { request, url, locals: {} } as Parameters<NonNullable<typeof actions.default>>[0];
	const { data } = (await actions.default?.(event)) as ActionFailure;
	const props = { form: data, data: {}, params: {} } as never;
	return render(Page, { props }).body;
}

/** A browser sends every line break as CRLF (HTML, 4.10.22.4); a page is read with LF alone. */
const asSent = (text: string): string => text.replace(/\r\n|\r|\n/g, '\r\n');
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const attribute = (tag: string, name: string): string =>
	(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replace(
		/&(amp|lt|gt|quot);/g,
		(entity) => entities[entity] ?? entity
	);

/** The address and fields that "Send again" submits. */
function sentAgain(page: string): { to: string; pairs: Pair[] } {
	// Inside its quotes an attribute may hold a `>`.
	const [tag = ''] = /<form(\s+[\w-]+="[^"]*")+\s*>/.exec(page) ?? [];
	const pairs = [...page.matchAll(/<input(\s+[\w-]+="[^"]*")+\s*\/?>/g)].map(([input]): Pair => {
		expect(attribute(input, 'type')).toBe('hidden');
		return [asSent(attribute(input, 'name')), asSent(attribute(input, 'value'))];
	});
	return { to: attribute(tag, 'action'), pairs };
}

/** Characters of every plane; NUL cannot stand in a page (HTML, 13.2.5), nor be typed. */
const text = fc
	.oneof(
		fc.string({ unit: 'binary' }),
		fc.string(),
		fc.constantFrom('a\nb', ' "<&>\' ', '\n', '&quot;', '</form>', '{$x}')
	)
	.filter((each) => !each.includes('\0'))
	.map(asSent);
const name = fc
	.oneof(fc.constantFrom('title', 'effects', '$about', '$operation', 'was.title', 'id'), text)
	.filter((each) => each !== '');

test('every pair comes back as it was sent, in its order', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.tuple(name, text)), async (pairs) => {
			// A generated name may be a secret name, which is left out with a notice.
			const page = await pageFor(new URLSearchParams(pairs));
			if (page.includes('never saved')) return;
			expect(sentAgain(page)).toEqual({ to: '/people?/add', pairs });
		}),
		{ numRuns: 300 }
	);
});

test('what is sent again is the same input to its operation', async () => {
	const changing = operations.filter(({ effect }) => effect !== 'read');
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...changing).chain((operation) => {
				const shape = operation.input as unknown as { shape?: Record<string, unknown> };
				const names = ['$about', ...Object.keys(shape.shape ?? {})];
				const pairs = fc.array(fc.tuple(fc.constantFrom(...names), text), { maxLength: 12 });
				return fc.tuple(fc.constant(operation), pairs);
			}),
			async ([operation, pairs]) => {
				const first = new FormData();
				const second = new FormData();
				for (const pair of pairs) first.append(...pair);
				const page = await pageFor(new URLSearchParams(pairs));
				for (const pair of sentAgain(page).pairs) second.append(...pair);
				expect(inputFrom(operation.input, second)).toEqual(inputFrom(operation.input, first));
			}
		)
	);
});

test('with a password there is a way to the page, and nothing of it on this one', async () => {
	const fields = { username: 'mara@lindqvist.example', currentPassword: 'canary', password: 'can' };
	const page = await pageFor(new URLSearchParams(fields), '/settings?tab=1&/password#password');
	expect(page).not.toMatch(/canary|value="can"|>can</);
	expect(page).toContain('Passwords and codes are never saved.');
	expect(page).toContain('href="/settings?tab=1"');
	expect(page).not.toContain('Send again');
});

test('a file that was not kept is reported', async () => {
	const form = new FormData();
	form.append('file', new File(['x'], 'Connections.csv'));
	form.append('note', 'From LinkedIn');
	const page = await pageFor(form, '/people/import?/read');
	expect(page).toContain('Files are not saved.');
	expect(page).toContain('href="/people/import"');
	expect(page).toContain('From LinkedIn');
});
