import type { RequestEvent } from '@sveltejs/kit';
import { cookieOf } from '#server/auth/cookie.ts';
import { isLoopback, type Config } from '#server/config.ts';

/** Clear-Site-Data is honoured in secure contexts only: https, or a loopback address. */
function mayClear({ origin }: Pick<Config, 'origin'>): boolean {
	const { protocol, hostname } = new URL(origin);
	return protocol === 'https:' || isLoopback(hostname);
}

/**
 * Sends `Clear-Site-Data: "storage"`, which makes the browser delete the storage of this site.
 * @param form a field `storage` with the value `keep` means that the page deletes its storage itself,
 * since it may hold notes that are not uploaded yet or belong to another account
 */
export function clearStorage(
	{ locals, setHeaders }: Pick<RequestEvent, 'locals' | 'setHeaders'>,
	form: FormData | undefined
): void {
	if (!mayClear(locals.app.config) || form?.getAll('storage').at(-1) === 'keep') return;
	setHeaders({ 'clear-site-data': '"storage"' });
}

/** Deletes the storage and the session cookie of an account that was erased. */
export function clearBrowser(event: RequestEvent, form: FormData): void {
	clearStorage(event, form);
	const { name, secure } = cookieOf(event.locals.app.config);
	event.cookies.delete(name, { path: '/', secure });
}
