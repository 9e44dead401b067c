import type { RequestEvent } from '@sveltejs/kit';
import { scopeFor } from '#server/scope.server.ts';
import { storeToast, storedToast, type Toast } from '#server/toasts.ts';
import { deleteCookie, readCookie, setCookie } from '../cookies.ts';

export type { Toast } from '#server/toasts.ts';

/** A toast as a page shows it. */
export interface ShownToast {
	id: string;
	text: string;
	hasUndo: boolean;
	back: string | undefined;
}

type Event = Pick<RequestEvent, 'cookies' | 'locals'>;

/**
 * Keeps a toast for the next page. The cookie carries its id alone: words and names stay here. Losing
 * one in a crash harms nobody, so it does not wait for the disk; where it cannot be kept, the step that
 * it tells of is done all the same.
 */
export async function sayNext({ cookies, locals }: Event, toast: Toast): Promise<void> {
	const { app, caller } = locals;
	const now = app.clock.now();
	try {
		const id = await app.database.stage((tx) =>
			storeToast(scopeFor(caller.actor, 'write', caller.workspaceId, tx), toast, now)
		);
		setCookie(cookies, 'toast', id, 60);
	} catch (error) {
		app.log.warn({ error }, 'what a page would have said could not be kept');
	}
}

/** A toast by its id, with what takes its step back. */
export function toastOf({ locals }: Event, id: string): Promise<Toast | undefined> {
	const { app, caller } = locals;
	return app.database.reading((db) =>
		storedToast(scopeFor(caller.actor, 'read', caller.workspaceId, db), id, app.clock.now())
	);
}

/** The toast for this page, once. One that is not known here is none. */
export async function takeToast(event: Event): Promise<ShownToast | undefined> {
	const id = readCookie(event.cookies, 'toast');
	if (!id) return undefined;
	deleteCookie(event.cookies, 'toast');
	const toast = await toastOf(event, id);
	return toast && { id, text: toast.text, hasUndo: toast.undo !== undefined, back: toast.back };
}
