import { json } from '@sveltejs/kit';
import { Refusal } from '#kernel/refusal.ts';
import { recordTalk, seeTalk } from '#features/talk/operations.server.ts';
import { perform } from '#server/perform.ts';
import { readJson } from '#surfaces/json-body.ts';
import type { RequestHandler } from './$types';

/** Refusal when the page was opened by another account, whose notes it may still have. */
const somebodyElse = () =>
	json({ sentence: 'Somebody else is signed in here now. Your notes stay.' }, { status: 401 });

function refused(error: unknown): Response {
	if (!(error instanceof Refusal)) throw error;
	return json({ sentence: error.sentence }, { status: error.status });
}

/** Returns the events of a talk, for a page that was hidden or offline. */
export const GET: RequestHandler = async ({ params, locals, url }) => {
	if (url.searchParams.get('owner') !== locals.session?.userId) return somebodyElse();
	try {
		const input = { interviewId: params.id };
		const { events } = await perform(locals.app, seeTalk, locals.caller, input);
		return json({ events });
	} catch (error) {
		return refused(error);
	}
};

/** Records events of a device; the same operation as over REST. */
export const POST: RequestHandler = async ({ request, params, locals }) => {
	try {
		const { owner, events } = await readJson(request);
		if (owner !== locals.session?.userId) return somebodyElse();
		const input = { interviewId: params.id, events };
		const { receipts } = await perform(locals.app, recordTalk, locals.caller, input);
		return json({ receipts });
	} catch (error) {
		return refused(error);
	}
};
