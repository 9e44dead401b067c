import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { building, dev } from '$app/env';
import {
	beginAddress,
	secondFactorAddress,
	signedOutAddress,
	signInPageAddress,
	todayAddress
} from '#kernel/page-addresses.ts';
import { addressReader } from '#server/client-address.ts';
import { firstAccountCode } from '#server/auth/links.ts';
import { cookieOf } from '#server/auth/cookie.ts';
import { lacksSecondFactor } from '#server/auth/second-factor-setup.ts';
import { readSession, tokenOf } from '#server/auth/session.ts';
import { requestBegan } from '#server/background-throttle.ts';
import { readConfig } from '#server/config.ts';
import { isForPrograms } from '#server/known-credentials.ts';
import { newId } from '#server/tokens.ts';
import { Refusal } from '#kernel/refusal.ts';
import { openApp, type App } from '#surfaces/app.server.ts';
import { withSocket } from '#surfaces/cli/transport/socket-server.server.ts';
import { setRunningApp, runningApp } from '#surfaces/running-app.ts';
import { hasTooMany } from '#surfaces/forms/read-form.ts';
import { refuseBody } from '#surfaces/body-limit.ts';
import { withSecurityHeaders } from '#surfaces/security.server.ts';
import { configureCookies, readCookie } from '#surfaces/cookies.ts';
import { refuseCrossSite } from '#surfaces/cross-site.ts';

let app: App;
let readAddress: ReturnType<typeof addressReader>;

export const init: ServerInit = async () => {
	if (building) return;
	const config = readConfig(process.env);
	app = runningApp() ?? (await withSocket(await openApp(config)));
	setRunningApp(app);
	if (dev) {
		const code = await app.database.write((tx) => firstAccountCode(tx, app.clock.now()));
		if (code)
			app.log.info(`There is no account yet. Create the first account: ${beginAddress(code)}`);
	}
	readAddress = addressReader(config.trustedProxies);
	configureCookies(config);
};

/** Whether the client accepts HTML: a navigation, not a request by script. */
const acceptsPages = ({ headers }: Request): boolean =>
	(headers.get('accept') ?? '').includes('text/html');

/** Paths that are open without a session. */
const publicPages =
	/^\/(signin|signout|signed-out|begin|healthz|api|favicon|manifest|reset)(\/|\.|$)/;

/**
 * Handles a form that was posted after the session had ended, or before a required second factor was set
 * up: its fields are rendered on a page of their own and can be sent again. The body of a form with a
 * file is not read without a session; the page says that the file must be chosen again.
 * @returns the page, or undefined where no form was posted or no session cookie came with it
 */
async function forwardForm(event: RequestEvent): Promise<Response | undefined> {
	const { request, url, cookies } = event;
	const type = request.headers.get('content-type') ?? '';
	const hasFile = type.startsWith('multipart/form-data') && acceptsPages(request);
	const isForm = hasFile || type.startsWith('application/x-www-form-urlencoded');
	if (request.method !== 'POST' || !isForm || !cookies.get(cookieOf(app.config).name))
		return undefined;
	const body = hasFile ? '' : await request.text();
	if (hasTooMany(Buffer.from(body), '&')) return undefined;
	const about = { to: url.pathname + url.search, file: hasFile || undefined };
	return event.fetch(signedOutAddress(about), {
		method: 'POST',
		body,
		headers: {
			accept: 'text/html',
			'content-type': 'application/x-www-form-urlencoded',
			'content-length': String(Buffer.byteLength(body)),
			'sec-fetch-site': 'same-origin'
		}
	});
}

/** Paths that are open before the second factor that this instance requires is set up. */
const pagesBeforeSecondFactor =
	/^\/(settings\/second-factor|signin|signed-out|signout|theme|api\/auth|healthz|favicon|manifest)(\/|\.|$)/;

/** The response while the database is unavailable, since no page can be rendered without it. */
function unavailableResponse({ sentence, status, retryAfter = 5 }: Refusal): Response {
	const headers = {
		'content-type': 'text/plain; charset=utf-8',
		'retry-after': String(retryAfter)
	};
	return new Response(sentence, { status, headers });
}

/** The address of the peer; empty where the connection is closed already. */
function peerAddress(event: RequestEvent): string {
	try {
		return event.getClientAddress();
	} catch {
		return '';
	}
}

const answer: Handle = async ({ event, resolve }) => {
	const { locals, cookies, request, url } = event;
	locals.app = app;
	locals.address = readAddress(peerAddress(event), request.headers.get('x-forwarded-for'));
	locals.caller = { actor: { kind: 'nobody' }, workspaceId: '' };

	const refusedBody = refuseBody(request, url.pathname, app.config);
	if (refusedBody) return withSecurityHeaders(refusedBody, app.config);

	// API clients authenticate by key and never by cookie, so no cookie is read for them.
	if (!isForPrograms(url.pathname)) {
		const refused = refuseCrossSite(request, app.config.origin);
		if (refused) return withSecurityHeaders(refused, app.config);
		const cookie = cookieOf(app.config);
		const value = cookies.get(cookie.name);
		try {
			locals.session = value ? await readSession(app.database, app.clock, value) : undefined;
			if (value) app.knownCredentials.note(tokenOf(value), locals.session?.caller.workspaceId);
		} catch (error) {
			// An unavailable database is reported here; the health check tests it itself.
			if (!(error instanceof Refusal)) throw error;
			if (url.pathname !== '/healthz')
				return withSecurityHeaders(unavailableResponse(error), app.config);
		}
		if (
			locals.session &&
			event.route.id !== null &&
			!pagesBeforeSecondFactor.test(url.pathname) &&
			(await lacksSecondFactor(app, locals.session))
		) {
			const formPage = await forwardForm(event);
			if (formPage) return withSecurityHeaders(formPage, app.config);
			const headers = { location: secondFactorAddress() };
			return withSecurityHeaders(new Response(null, { status: 303, headers }), app.config);
		}
		if (locals.session) {
			locals.caller = locals.session.caller;
			if (locals.session.renewFor && value) {
				cookies.set(cookie.name, value, {
					path: '/',
					httpOnly: true,
					sameSite: 'lax',
					secure: cookie.secure,
					maxAge: locals.session.renewFor,
					encode: (text) => text
				});
			}
		} else if (!publicPages.test(url.pathname) && event.route.id !== null) {
			const formPage = await forwardForm(event);
			if (formPage) return withSecurityHeaders(formPage, app.config);
			const back = url.pathname === todayAddress() ? '' : url.pathname + url.search;
			return withSecurityHeaders(
				new Response(null, { status: 303, headers: { location: signInPageAddress({ back }) } }),
				app.config
			);
		}
	}
	const theme = readCookie(cookies, 'theme');
	const colourTheme = theme === 'dark' || theme === 'light' ? theme : 'system';
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%imago.theme%', colourTheme)
	});
	return withSecurityHeaders(response, app.config);
};

export const handle: Handle = async (input) => {
	const ended = requestBegan();
	try {
		return await answer(input);
	} finally {
		ended();
	}
};

/**
 * The error page of an unexpected error has a number that is also in the log, and never a stack trace.
 */
export const handleError: HandleServerError = (caught) => {
	if (caught.kind === 'app') return { message: caught.error.message };
	if (caught.kind !== 'unknown') return { message: 'There is nothing at this address.' };
	const number = newId();
	app.log.error({ error: caught.error, number, route: caught.event.route.id }, 'a request failed');
	return {
		message: `Something here went wrong. What you had saved is safe. Try again; if it stays, the log knows this as ${number}.`
	};
};
