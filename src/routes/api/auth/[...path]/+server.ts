import { error } from '@sveltejs/kit';
import { Refusal } from '#kernel/refusal.ts';
import { isCeremony, performCeremony } from '#server/auth/passkey-ceremony.ts';
import { readJsonText } from '#surfaces/json-body.ts';
import type { RequestHandler } from './$types';

/** Endpoints for adding a passkey and signing in with one; no others. */
export const POST: RequestHandler = async ({ params, request, locals }) => {
	if (!isCeremony(params.path)) error(404, 'There is nothing at this address.');
	const { app, address, session } = locals;
	try {
		const { url, headers } = request;
		const body = await readJsonText(request);
		const bounded = new Request(url, { method: 'POST', headers, body });
		return await performCeremony(app, params.path, bounded, { address, session });
	} catch (refusal) {
		if (!(refusal instanceof Refusal)) throw refusal;
		const { sentence, status, retryAfter } = refusal;
		const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
		return new Response(sentence, { status, headers });
	}
};
