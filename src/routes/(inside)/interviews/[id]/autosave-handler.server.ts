import { json, type RequestHandler } from '@sveltejs/kit';
import type { z } from 'zod';
import type { Operation } from '#kernel/operation.ts';
import { Refusal } from '#kernel/refusal.ts';
import { perform, type Context } from '#server/perform.ts';
import { readJson } from '#surfaces/json-body.ts';

/** Autosave of a text by script; without script, the form of the page saves it. */
export function autosaveHandler<
	Input extends z.ZodType,
	Output extends z.ZodType<{ changedAt: string | null }>
>(operation: Operation<Input, Output, Context>): RequestHandler<{ id: string }> {
	return async ({ request, params, locals }) => {
		try {
			const input = { ...(await readJson(request)), interviewId: params.id };
			const { changedAt } = await perform(locals.app, operation, locals.caller, input);
			return json({ changedAt });
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return json({ sentence: error.sentence }, { status: error.status });
		}
	};
}
