import { json } from '@sveltejs/kit';
import { Refusal } from '#kernel/refusal.ts';
import { writeDebrief } from '#features/reflection/operations.server.ts';
import { perform } from '#server/perform.ts';
import { readJson } from '#surfaces/json-body.ts';
import type { RequestHandler } from './$types';

/**
 * Saves an answer of the debrief while it is written; without script the form of the page does the same.
 */
export const PUT: RequestHandler = async ({ request, params, locals }) => {
	try {
		const input = { ...(await readJson(request)), interviewId: params.id };
		const { changedAt } = await perform(locals.app, writeDebrief, locals.caller, input);
		return json({ changedAt });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return json({ sentence: error.sentence }, { status: error.status });
	}
};
