import { isRedirect, type RequestEvent } from '@sveltejs/kit';
import { takeToast, type ShownToast } from '#surfaces/forms/toast.ts';
import type { TestApp } from './app.ts';

/** The SvelteKit event of a posted form, with a jar for its cookies. */
export function pageEvent(
	{ app, caller }: Pick<TestApp, 'app' | 'caller'>,
	path: string,
	fields: Record<string, string>,
	{ zone = 'Europe/Stockholm', id = '' } = {}
): { event: RequestEvent; jar: Map<string, string> } {
	const jar = new Map<string, string>();
	const url = new URL(path, 'http://127.0.0.1');
	const event = {
		request: new Request(url, { method: 'POST', body: new URLSearchParams(fields) }),
		url,
		params: { id },
		locals: { app, caller, session: { explorer: { zone } } },
		cookies: {
			get: (name: string) => jar.get(name),
			set: (name: string, value: string) => jar.set(name, value),
			delete: (name: string) => jar.delete(name)
		},
		setHeaders: () => undefined
	} as unknown as RequestEvent;
	return { event, jar };
}

/**
 * Runs a form action and follows its redirect.
 * @returns the toast of the next page, and the cookies
 */
export async function toastAfter(
	action: (event: RequestEvent) => unknown,
	...args: Parameters<typeof pageEvent>
): Promise<{ toast: ShownToast | undefined; cookies: string[] }> {
	const { event, jar } = pageEvent(...args);
	try {
		await action(event);
	} catch (thrown) {
		if (!isRedirect(thrown)) throw thrown;
	}
	const cookies = [...jar.values()];
	return { toast: await takeToast(event), cookies };
}
