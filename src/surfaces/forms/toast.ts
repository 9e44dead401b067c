import type { RequestEvent } from '@sveltejs/kit';
import { scopeFor } from '#server/scope.server.ts';
import { storeToast, storedToast, type Toast } from '#server/toasts.ts';
import { deleteCookie, readCookie, setCookie } from '../cookies.ts';

export type { Toast } from '#server/toasts.ts';

/** A toast as pages show it. */
export interface ShownToast {
	id: string;
	text: string;
	hasUndo: boolean;
	back: string | undefined;
}

type Event = Pick<RequestEvent, 'cookies' | 'locals'>;

/**
 * Stores a toast for the next page. The cookie holds only its id: texts and names stay on the server. The
 * write does not wait for the disk, since a toast lost in a crash does no harm; an error is logged and
 * ignored, since the operation itself has succeeded.
 */
export async function setToast({ cookies, locals }: Event, toast: Toast): Promise<void> {
	const { app, caller } = locals;
	const now = app.clock.now();
	try {
		const id = await app.database.stage((tx) =>
			storeToast(scopeFor(caller.actor, 'write', caller.workspaceId, tx), toast, now)
		);
		setCookie(cookies, 'toast', id, 60);
	} catch (error) {
		app.log.warn({ error }, 'a toast could not be stored');
	}
}

/** The toast with this id and its undo step; undefined for an unknown or expired one. */
export function toastOf({ locals }: Event, id: string): Promise<Toast | undefined> {
	const { app, caller } = locals;
	return app.database.reading((db) =>
		storedToast(scopeFor(caller.actor, 'read', caller.workspaceId, db), id, app.clock.now())
	);
}

/** Returns the toast for this page and deletes its cookie; undefined for none and for an unknown id. */
export async function takeToast(event: Event): Promise<ShownToast | undefined> {
	const id = readCookie(event.cookies, 'toast');
	if (!id) return undefined;
	deleteCookie(event.cookies, 'toast');
	const toast = await toastOf(event, id);
	return toast && { id, text: toast.text, hasUndo: toast.undo !== undefined, back: toast.back };
}
