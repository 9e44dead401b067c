import type { RunningServer } from './server.ts';

export const password = 'copper lantern bicycle orchard';

/** A minimal browser: stores cookies, and posts forms as a page of the site does. */
export class Visitor {
	readonly #origin: string;
	readonly #cookies: Map<string, string>;

	/** @param cookies of a browser that is signed in already */
	constructor(origin: string, cookies: readonly { name: string; value: string }[] = []) {
		this.#origin = origin;
		this.#cookies = new Map(cookies.map(({ name, value }) => [name, value]));
	}

	get cookie(): string {
		return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	}

	async fetch(path: string, init: RequestInit = {}): Promise<Response> {
		const headers = new Headers(init.headers);
		if (this.#cookies.size > 0 && !headers.has('cookie')) headers.set('cookie', this.cookie);
		if (!headers.has('accept')) headers.set('accept', 'text/html');
		const response = await fetch(this.#origin + path, { redirect: 'manual', ...init, headers });
		for (const line of response.headers.getSetCookie()) {
			const [pair = ''] = line.split(';');
			const at = pair.indexOf('=');
			if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(pair.slice(0, at));
			else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
		}
		return response;
	}

	post(
		path: string,
		fields: Record<string, string>,
		headers: Record<string, string> = {}
	): Promise<Response> {
		return this.fetch(path, {
			method: 'POST',
			body: new URLSearchParams(fields),
			headers: { origin: this.#origin, 'sec-fetch-site': 'same-origin', ...headers }
		});
	}
}

/** Creates the first account through the link that the server printed. */
export async function firstExplorer(
	server: RunningServer,
	name = 'Mara Lindqvist'
): Promise<Visitor> {
	const visitor = new Visitor(server.origin);
	const response = await visitor.post(server.firstLink ?? '', {
		name,
		email: 'mara@lindqvist.example',
		password,
		zone: 'Europe/Stockholm'
	});
	if (response.status !== 303) throw new Error(`Sign-up answered ${response.status}`);
	return visitor;
}
