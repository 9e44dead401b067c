import { fail, redirect, type Action, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { signInPageAddress } from '#kernel/addresses.ts';
import type { Operation, UndoStep } from '#kernel/operation.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Context } from '#server/perform.ts';
import { fromAddress, inputFrom, typedIn } from './fields.ts';
import { readForm } from './read-form.ts';
import { performUndoable } from '../undo.ts';
import { sayNext } from './toast.ts';

/** What a page gets back from a form that was refused: nothing typed is lost. */
export interface Refused {
	/** the action's name, so that a page with many forms knows which one it was */
	form: string;
	sentence: string;
	code: string;
	/** dotted field name to the sentence that stands at it */
	fields: Record<string, string>;
	typed: Record<string, string>;
	/** tells two rows with the same form apart */
	about: string;
}

/** What follows when the operation has done its work. */
export interface Then<Output> {
	/** said once on the next page; as the operation declares it where left out, nothing for null */
	toast?: (
		output: Output,
		form: FormData,
		event: RequestEvent
	) => { text: string } | null | undefined;
	/** where the undo leads, when the page it stands on is gone by then */
	back?: (output: Output) => string;
	/** where to go; the same page when left out */
	goTo?: (output: Output, event: RequestEvent) => string;
	/** answers the page itself with what is shown this once, instead of a redirect */
	show?: (output: Output) => Record<string, unknown>;
	/** headers that the answer has, too */
	answer?: (event: RequestEvent, form: FormData) => void;
	/** what is input too and stands neither in the form nor in the address */
	from?: (event: RequestEvent) => Record<string, unknown>;
}

/**
 * Answers a form whose work has failed: a refusal renders the page again with its sentence, or leads to
 * where a person signs in. Seconds to wait, where it names them, are a header (RFC 9110, 10.2.3).
 * @param name the form's, as its page asks for it
 * @param form what was typed, as far as it comes back
 * @throws what is no refusal
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
		typed: typedIn(form),
		about: String(form.get('$about') ?? form.get('id') ?? '')
	};
	return fail(status, { refused });
}

/**
 * A form action made of an operation: fields to input, work, then a redirect, so that reloading
 * repeats nothing. A refusal renders the page again with the sentence at the field.
 */
export function act<Input extends z.ZodType, Output extends z.ZodType>(
	operation: Operation<Input, Output, Context>,
	then: Then<z.output<Output>> = {}
): Action {
	return async (event) => {
		let form = new FormData();
		let done: { output: z.output<Output>; undo: UndoStep | undefined };
		let input: Record<string, unknown> = {};
		try {
			form = await readForm(event.request);
			input = {
				...inputFrom(operation.input, form),
				...fromAddress(operation.input, event, form),
				...then.from?.(event)
			};
			done = await performUndoable(event.locals.app, operation, event.locals.caller, input);
		} catch (error) {
			return refusedForm(event, formName(event.url), error, form);
		}
		const { output, undo } = done;
		then.answer?.(event, form);
		if (then.show) return then.show(output);
		const words = then.toast?.(output, form, event);
		const text = words === undefined ? saidOf(operation, input, output, event) : words?.text;
		// What saves itself says so where it stands, not on the next page.
		if (text !== undefined && !form.has('$quietly'))
			await sayNext(event, { text, undo, back: then.back?.(output) });
		throw redirect(303, then.goTo?.(output, event) ?? pageOf(event.url));
	};
}

/** What the operation declares to be said of it. */
function saidOf<Input extends z.ZodType, Output extends z.ZodType>(
	{ said, input }: Operation<Input, Output, Context>,
	raw: Record<string, unknown>,
	output: z.output<Output>,
	{ locals }: RequestEvent
): string | undefined {
	if (typeof said !== 'function') return said;
	const at = { now: locals.app.clock.now(), zone: locals.session?.explorer.zone ?? 'UTC' };
	return said(output, input.parse(raw), at);
}

/** The name of the form that was posted, as SvelteKit writes it into the address: `?/name`. */
function formName(url: URL): string {
	return [...url.searchParams.keys()].find((name) => name.startsWith('/'))?.slice(1) ?? 'default';
}

/** A page's address without the `?/action` that named the form. */
export function pageOf(url: URL): string {
	const kept = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
	return url.pathname + (kept.size > 0 ? `?${kept}` : '');
}

/** Where a person signs in (again) and comes back from. */
export function signInAddress(event: RequestEvent, refusal: Refusal): string {
	const back = pageOf(event.url);
	const again = refusal.code === 'session.not-fresh' ? 1 : undefined;
	return signInPageAddress({ back, again });
}
