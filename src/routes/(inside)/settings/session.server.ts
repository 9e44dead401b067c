import { redirect, type RequestEvent } from '@sveltejs/kit';
import { signInPageAddress } from '#kernel/page-addresses.ts';
import type { Session } from '#server/auth/session.ts';

/** The session; without one, redirects to sign-in and back. */
export function sessionIn({ locals }: Pick<RequestEvent, 'locals'>, back: string): Session {
	return locals.session ?? redirect(303, signInPageAddress({ back }));
}

/** Redirects to sign-in if the session is not fresh, before the page with the form is shown. */
export function askFreshSignIn({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): void {
	const { actor } = locals.caller;
	if (actor.kind !== 'explorer' || actor.fresh) return;
	redirect(303, signInPageAddress({ back: url.pathname, again: 1 }));
}
