import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { makeId } from '#kernel/id.ts';
import { answerParent } from '#server/subprocess-entry.ts';
import { connectionsCsv } from '../connections.ts';

/** One account and what it may use. */
export interface Attack {
	origin: string;
	cookie: string;
	key: string;
	seconds: number;
}

/** How often each HTTP status was answered. */
export type Told = Record<string, number>;

/** Sixteen million empty lists in fifty kilobytes. */
const bomb = gzipSync(
	`{"format":"imago-workspace","tables":{"a":[${'[],'.repeat(16_000_000)}[]]}}`
);
const deep = Buffer.from(`{"name":${'['.repeat(20_000)}${']'.repeat(20_000)}}`);
const batch = Buffer.from(
	JSON.stringify(
		Array.from({ length: 100 }, (_, id) => ({ jsonrpc: '2.0', id, method: 'tools/list' }))
	)
);
const largeFile = Buffer.from(
	JSON.stringify({
		id: makeId(Date.now(), randomBytes(10)),
		fileName: 'Connections.csv',
		content: Buffer.from(connectionsCsv({ rows: 20_000 })).toString('base64')
	})
);

/**
 * Does everything at once that one account may, in a process of its own, so that the one who measures
 * has a thread for that alone. Bounded in connections and seconds.
 */
answerParent(async ({ origin, cookie, key, seconds }: Attack): Promise<Told> => {
	const own = { origin, 'sec-fetch-site': 'same-origin', cookie };
	const send = (path: string, body: Buffer<ArrayBuffer>, headers: Record<string, string> = {}) =>
		fetch(origin + path, {
			method: 'POST',
			body,
			headers: {
				authorization: `Bearer ${key}`,
				'content-type': 'application/json',
				accept: 'application/json, text/event-stream',
				...headers
			}
		});
	const bringIn = () => {
		const form = new FormData();
		form.set('file', new File([bomb], 'imago.json.gz'));
		const to = `${origin}/settings/bring-in?/bring`;
		return fetch(to, { method: 'POST', body: form, headers: own, redirect: 'manual' });
	};
	/** Reads the head of an export and leaves the rest where it is. */
	const slowExport = () =>
		fetch(`${origin}/settings/export`, {
			method: 'POST',
			body: new URLSearchParams({ form: 'json' }),
			headers: own
		});
	const page = () => fetch(`${origin}/clarity`, { headers: { cookie } });

	const told: Told = {};
	const until = Date.now() + seconds * 1000;
	const again = async (work: () => Promise<Response>): Promise<void> => {
		while (Date.now() < until) {
			const status = await work().then(
				(response) => String(response.status),
				() => 'gone'
			);
			told[status] = (told[status] ?? 0) + 1;
		}
	};
	const many = (count: number, work: () => Promise<Response>) =>
		Array.from({ length: count }, () => again(work));
	await Promise.all([
		...many(3, bringIn),
		...many(20, () => send('/api/v1/imports', largeFile)),
		...many(4, () => send('/api/v1/people', deep, { 'idempotency-key': 'deep' })),
		...many(10, slowExport),
		...many(4, () => send('/mcp', batch)),
		...many(8, page)
	]);
	return told;
});
