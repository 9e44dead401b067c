import { fail, redirect, type Action, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { signInPageAddress } from '#kernel/page-addresses.ts';
import type { Operation, UndoStep } from '#kernel/operation.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Context } from '#server/perform.ts';
import { emptyLists, fromAddress, inputFrom, typedFields } from './fields.ts';
import { readForm } from './read-form.ts';
import { performUndoable } from '../undo.ts';
import { setToast } from './toast.ts';

/** The result of a refused form: the page renders it again with everything that was typed. */
export interface Refused {
	/** name of the action, for pages with several forms */
	form: string;
	sentence: string;
	code: string;
	/** sentence by dotted field name */
	fields: Record<string, string>;
	typed: Record<string, string>;
	/** id of the row that the form belongs to, where a page repeats one form for many rows */
	about: string;
}

/** What an action does after its operation has succeeded. */
export interface ActionOptions<Output> {
	/**
	 * toast on the next page; the text that the operation declares where this is left out, none for null
	 */
	toast?: (
		output: Output,
		form: FormData,
		event: RequestEvent
	) => { text: string } | null | undefined;
	/** page to go to after Undo, where the page of the toast no longer exists by then */
	back?: (output: Output) => string;
	/** address of the redirect; the same page when left out */
	goTo?: (output: Output, event: RequestEvent) => string;
	/** data for the page itself instead of a redirect, for values that are shown once only */
	show?: (output: Output) => Record<string, unknown>;
	/** sets further headers of the response */
	answer?: (event: RequestEvent, form: FormData) => void;
	/** input that comes neither from the form nor from the address */
	from?: (event: RequestEvent) => Record<string, unknown>;
}

/**
 * Answers a form whose operation was refused: renders the page again with the sentence, or redirects to
 * sign in. `retryAfter` of the refusal becomes a Retry-After header in seconds (RFC 9110, 10.2.3).
 * @param name of the form, as the page looks it up
 * @param form the fields as submitted, which are shown again
 * @throws every error that is not a Refusal
 */
export function refusedForm(
	event: RequestEvent,
	name: string,
	refusal: unknown,
	form = new FormData()
) {
	if (!(refusal instanceof Refusal)) throw refusal;
	const { kind, code, sentence, retryAfter, status } = refusal;
	if (kind === 'not-signed-in') redirect(303, signInAddress(event, refusal));
	if (retryAfter !== undefined) event.setHeaders({ 'retry-after': String(retryAfter) });
	const refused: Refused = {
		form: name,
		sentence,
		code,
		fields: Object.fromEntries(refusal.fields.map((each) => [each.field, each.sentence])),
		typed: typedFields(form),
		about: String(form.get('$about') ?? form.get('id') ?? '')
	};
	return fail(status, { refused });
}

/**
 * Makes a SvelteKit form action from an operation: reads the fields as its input, performs it, then
 * redirects (POST/redirect/GET), so that reloading repeats nothing. A refusal renders the page again with
 * the sentence at its field.
 */
export function act<Input extends z.ZodType, Output extends z.ZodType>(
	operation: Operation<Input, Output, Context>,
	options: ActionOptions<z.output<Output>> = {}
): Action {
	return async (event) => {
		let form = new FormData();
		let done: { output: z.output<Output>; undo: UndoStep | undefined };
		let input: Record<string, unknown> = {};
		try {
			form = await readForm(event.request);
			input = {
				...emptyLists(operation.input),
				...inputFrom(operation.input, form),
				...fromAddress(operation.input, event, form),
				...options.from?.(event)
			};
			done = await performUndoable(event.locals.app, operation, event.locals.caller, input);
		} catch (error) {
			return refusedForm(event, formName(event.url), error, form);
		}
		const { output, undo } = done;
		options.answer?.(event, form);
		if (options.show) return options.show(output);
		const toast = options.toast?.(output, form, event);
		const text = toast === undefined ? toastTextOf(operation, input, output, event) : toast?.text;
		// Autosave shows its state beside the field and sets no toast.
		if (text !== undefined && !form.has('$quietly'))
			await setToast(event, { text, undo, back: options.back?.(output) });
		throw redirect(303, options.goTo?.(output, event) ?? pageOf(event.url));
	};
}

/** The toast text that the operation declares in `said`. */
function toastTextOf<Input extends z.ZodType, Output extends z.ZodType>(
	{ said, input }: Operation<Input, Output, Context>,
	raw: Record<string, unknown>,
	output: z.output<Output>,
	{ locals }: RequestEvent
): string | undefined {
	if (typeof said !== 'function') return said;
	const at = { now: locals.app.clock.now(), zone: locals.session?.explorer.zone ?? 'UTC' };
	return said(output, input.parse(raw), at);
}

/** The name of the posted form, which SvelteKit puts into the address: `?/name`. */
function formName(url: URL): string {
	return [...url.searchParams.keys()].find((name) => name.startsWith('/'))?.slice(1) ?? 'default';
}

/** Path and query of a page without the `?/action` that names the form. */
export function pageOf(url: URL): string {
	const query = new URLSearchParams(
		[...url.searchParams].filter(([name]) => !name.startsWith('/'))
	);
	return url.pathname + (query.size > 0 ? `?${query}` : '');
}

/**
 * Address of the sign-in page that leads back to this page; with `again` where the session is too old.
 */
export function signInAddress(event: RequestEvent, refusal: Refusal): string {
	const back = pageOf(event.url);
	const again = refusal.code === 'session.not-fresh' ? 1 : undefined;
	return signInPageAddress({ back, again });
}
