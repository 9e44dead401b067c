import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf } from '#kernel/clock.ts';
import { commands } from '#ui/palette.ts';
import { mainPages } from '#ui/pages.ts';
import { explorer } from '../../db/demo/explorer.ts';
import { fillDemo } from '../../script/fill-demo.ts';
import { makeKey, programWith } from '../support/key.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { Visitor } from '../support/visitor.ts';

/**
 * Follows the links of the demo data: the target page and the target anchor of every link must exist,
 * from Today, the palette and every page.
 */
let server: RunningServer;
let mara: Visitor;
const pages = new Map<string, Promise<{ status: number; text: string }>>();

beforeAll(async () => {
	const data = mkdtempSync(join(tmpdir(), 'imago-links-'));
	const now = new Date().toISOString();
	await fillDemo(data, now);
	server = await startServer({ data });
	mara = new Visitor(server.origin);
	await mara.post('/signin', { email: explorer.email, password: explorer.password });
	await addEvents(dayOf(now, explorer.zone));
});
afterAll(() => server.stop());

/** Adds one event tomorrow, and one two days ago with a person met. */
async function addEvents(today: string): Promise<void> {
	const send = programWith(server.origin, await makeKey(mara));
	const made = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
		const response = await send('POST', path, body);
		expect(response.status, `${path}: ${await response.clone().text()}`).toBeLessThan(300);
		return (await response.json()) as Record<string, unknown>;
	};
	const clarity = (await (await send('GET', '/clarity')).json()) as { themes: { id: string }[] };
	const event = (title: string, onDay: string) =>
		made('/events', { title, onDay, themeId: clarity.themes[0]?.id });
	await event('The binders’ morning', addDays(today, 1));
	const { id } = await event('The editors’ evening', addDays(today, -2));
	await made(`/events/${String(id)}/met`, { name: 'Sunniva Aas' });
}

const decoded = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** Loads each page once. */
function read(address: string): Promise<{ status: number; text: string }> {
	const found = pages.get(address);
	if (found) return found;
	const page = mara.fetch(address).then(async (response) => ({
		status: response.status,
		text: await response.text()
	}));
	pages.set(address, page);
	return page;
}

/** Internal links, as paths with query and fragment. */
function linksOn(text: string, address: string): string[] {
	return [...text.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].flatMap(([, href = '']) => {
		const url = new URL(decoded(href), `${server.origin}${address}`);
		return url.origin === server.origin ? [url.pathname + url.search + url.hash] : [];
	});
}

/** The problems of a link: a missing page or anchor. */
async function wrongWith(link: string): Promise<string[]> {
	const [address = '', anchor] = link.split('#');
	const { status, text } = await read(address);
	if (status !== 200) return [`${link}: ${status}`];
	return anchor && !text.includes(` id="${anchor}"`) ? [`${link}: no such part`] : [];
}

/** The pattern of a link: the address without ids and values. */
const kindOf = (link: string): string =>
	link.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*').replaceAll(/=[^&#]*/g, '=');

test('every step of Today leads to its page', async () => {
	const { text } = await read('/');
	const main = /<main.*<\/main>/s.exec(text)?.[0] ?? '';
	expect(main).toContain('Follow up after The editors’ evening');
	expect(main).toContain('The binders’ morning, tomorrow');
	const links = [...new Set(linksOn(main, '/'))];
	expect(links.length).toBeGreaterThan(10);
	expect((await Promise.all(links.map(wrongWith))).flat()).toEqual([]);
});

test('every entry of the palette and of the rail leads to its page', async () => {
	const found = await mara.fetch('/find?words=a');
	const { found: people } = (await found.json()) as { found: { href: string }[] };
	expect(people.length).toBeGreaterThan(0);
	const links = [...commands, ...mainPages, ...people].map(({ href }) => href);
	expect((await Promise.all(links.map(wrongWith))).flat()).toEqual([]);
});

test('so does every link on the pages that they lead to', async () => {
	const [wrong, queue, queued] = [new Set<string>(), ['/'], new Set(['/'])];
	const followed = new Map<string, number>();
	for (let link = queue.shift(); link; link = queue.shift()) {
		for (const each of await wrongWith(link)) wrong.add(each);
		const [address = ''] = link.split('#');
		const { text } = await read(address);
		for (const next of linksOn(text, address)) {
			const times = followed.get(kindOf(next)) ?? 0;
			// Four hundred people have the same page, so only some links of each pattern are followed.
			if (queued.has(next) || times >= MOST_OF_A_KIND) continue;
			followed.set(kindOf(next), times + 1);
			queued.add(next);
			queue.push(next);
		}
	}
	expect([...wrong]).toEqual([]);
	expect(followed.size).toBeGreaterThan(40);
});

const MOST_OF_A_KIND = 30;
