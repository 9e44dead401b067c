import type { Cookies } from '@sveltejs/kit';
import { z } from 'zod';

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

const cookieName = 'imago_toast';

/** Keeps a toast for the next page. */
export function sayNext(cookies: Cookies, toast: Toast): void {
	cookies.set(cookieName, Buffer.from(JSON.stringify(toast)).toString('base64url'), {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: false,
		maxAge: 60
	});
}

/** The toast for this page, once. A damaged one is none. */
export function takeToast(cookies: Cookies): Toast | undefined {
	const kept = cookies.get(cookieName);
	if (!kept) return undefined;
	cookies.delete(cookieName, { path: '/', secure: false });
	try {
		return toastShape.parse(JSON.parse(Buffer.from(kept, 'base64url').toString('utf8')));
	} catch {
		return undefined;
	}
}
