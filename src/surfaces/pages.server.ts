import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import type { Operation } from '#kernel/operation.ts';
import { Refusal } from '#kernel/refusal.ts';
import { perform, type Context } from '#server/perform.ts';
import { signInAddress } from './forms/actions.server.ts';

/**
 * Performs a reading operation for a page, as the signed-in explorer. A refusal becomes a redirect to
 * sign in, or an error page with its sentence; a missing and a foreign thing get the same 404.
 */
export async function readFor<Input extends z.ZodType, Output extends z.ZodType>(
	event: RequestEvent,
	operation: Operation<Input, Output, Context>,
	input: z.input<Input>
): Promise<z.output<Output>> {
	try {
		return await perform(event.locals.app, operation, event.locals.caller, input);
	} catch (refusal) {
		if (!(refusal instanceof Refusal)) throw refusal;
		if (refusal.kind === 'not-signed-in') redirect(303, signInAddress(event, refusal));
		error(refusal.kind === 'invalid' ? 404 : refusal.status, refusal.sentence);
	}
}
