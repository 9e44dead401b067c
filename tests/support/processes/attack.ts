import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { makeId } from '#kernel/id.ts';
import { answerParent } from '#server/subprocess-entry.ts';
import { connectionsCsv } from '../connections.ts';

/** Credentials of one account, and how long to attack. */
export interface Attack {
	origin: string;
	cookie: string;
	key: string;
	seconds: number;
}

/** Number of responses by HTTP status. */
export type StatusCounts = Record<string, number>;

/** A decompression bomb: sixteen million empty lists in fifty kilobytes. */
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
 * Sends every costly request of one account at once, from a process of its own, so that the
 * measuring process is not slowed. Limited in connections and seconds.
 */
answerParent(async ({ origin, cookie, key, seconds }: Attack): Promise<StatusCounts> => {
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
	const importWorkspace = () => {
		const form = new FormData();
		form.set('file', new File([bomb], 'imago.json.gz'));
		const to = `${origin}/settings/import-workspace?/importFile`;
		return fetch(to, { method: 'POST', body: form, headers: own, redirect: 'manual' });
	};
	/** Reads the head of an export response and leaves its body unread. */
	const slowExport = () =>
		fetch(`${origin}/settings/export`, {
			method: 'POST',
			body: new URLSearchParams({ form: 'json' }),
			headers: own
		});
	const page = () => fetch(`${origin}/clarity`, { headers: { cookie } });

	const counts: StatusCounts = {};
	const until = Date.now() + seconds * 1000;
	const repeat = async (work: () => Promise<Response>): Promise<void> => {
		while (Date.now() < until) {
			const status = await work().then(
				(response) => String(response.status),
				() => 'gone'
			);
			counts[status] = (counts[status] ?? 0) + 1;
		}
	};
	const many = (count: number, work: () => Promise<Response>) =>
		Array.from({ length: count }, () => repeat(work));
	await Promise.all([
		...many(3, importWorkspace),
		...many(20, () => send('/api/v1/imports', largeFile)),
		...many(4, () => send('/api/v1/people', deep, { 'idempotency-key': 'deep' })),
		...many(10, slowExport),
		...many(4, () => send('/mcp', batch)),
		...many(8, page)
	]);
	return counts;
});
