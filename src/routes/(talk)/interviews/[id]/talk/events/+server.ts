import { json } from '@sveltejs/kit';
import { Refusal } from '#kernel/refusal.ts';
import { recordTalk, getTalk } from '#features/talk/operations.server.ts';
import { perform } from '#server/perform.ts';
import { readJson } from '#surfaces/json-body.ts';
import type { RequestHandler } from './$types';

/**
 * The answer where the page belongs to another account than the session: its notes stay on the device.
 */
const otherAccount = () =>
	json(
		{ sentence: 'Someone else is signed in here now. Your notes stay on this device.' },
		{ status: 401 }
	);

function refused(error: unknown): Response {
	if (!(error instanceof Refusal)) throw error;
	return json({ sentence: error.sentence }, { status: error.status });
}

/** The events of a talk that the server has stored, for a page that was offline. */
export const GET: RequestHandler = async ({ params, locals, url }) => {
	if (url.searchParams.get('owner') !== locals.session?.userId) return otherAccount();
	try {
		const input = { interviewId: params.id };
		const { events } = await perform(locals.app, getTalk, locals.caller, input);
		return json({ events });
	} catch (error) {
		return refused(error);
	}
};

/** Stores events of a device; the same operation as over REST. */
export const POST: RequestHandler = async ({ request, params, locals }) => {
	try {
		const { owner, events } = await readJson(request);
		if (owner !== locals.session?.userId) return otherAccount();
		const input = { interviewId: params.id, events };
		const { receipts } = await perform(locals.app, recordTalk, locals.caller, input);
		return json({ receipts });
	} catch (error) {
		return refused(error);
	}
};
