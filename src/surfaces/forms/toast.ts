import type { Cookies } from '@sveltejs/kit';
import { z } from 'zod';
import { deleteCookie, readCookie, setCookie } from '../cookies.ts';

/** Said once after a step, with the way back where there is one. */
export const toastShape = z.object({
	text: z.string().max(300),
	undo: z
		.object({
			operation: z.string().max(80),
			fields: z.record(z.string(), z.string()),
			/** where the undo leads, when the page it stands on is gone by then */
			back: z.string().optional()
		})
		.optional()
});
export type Toast = z.infer<typeof toastShape>;

/** Keeps a toast for the next page. */
export function sayNext(cookies: Cookies, toast: Toast): void {
	setCookie(cookies, 'toast', Buffer.from(JSON.stringify(toast)).toString('base64url'), 60);
}

/** The toast for this page, once. A damaged one is none. */
export function takeToast(cookies: Cookies): Toast | undefined {
	const kept = readCookie(cookies, 'toast');
	if (!kept) return undefined;
	deleteCookie(cookies, 'toast');
	try {
		return toastShape.parse(JSON.parse(Buffer.from(kept, 'base64url').toString('utf8')));
	} catch {
		return undefined;
	}
}
