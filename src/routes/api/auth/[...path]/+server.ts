import { error } from '@sveltejs/kit';
import { Refusal } from '#kernel/refusal.ts';
import { can } from '#kernel/access.ts';
import { limits, networkOf } from '#server/limiter.ts';
import { readJsonText } from '#surfaces/json-body.ts';
import type { RequestHandler } from './$types';

/**
 * Passkey ceremonies alone; everything else about an account goes through pages or operations.
 * Each keeps a challenge, so each is a POST here; the library wants GET for the first two.
 */
const ceremonies: Record<string, 'GET' | 'POST'> = {
	'passkey/generate-authenticate-options': 'GET',
	'passkey/generate-register-options': 'GET',
	'passkey/verify-authentication': 'POST',
	'passkey/verify-registration': 'POST'
};

export const POST: RequestHandler = async ({ params, request, locals }) => {
	const verb = Object.hasOwn(ceremonies, params.path) ? ceremonies[params.path] : undefined;
	if (!verb) error(404, 'There is nothing at this address.');
	const { app, caller, address } = locals;
	if (params.path.includes('regist') && can(caller.actor, 'secure') !== 'yes') {
		error(401, 'This needs a sign-in from the last 15 minutes.');
	}
	const millis = Date.parse(app.clock.now());
	await app.limiter.take('passkey', networkOf(address), limits.misses, millis);
	const auth = await app.betterAuth();
	const { url, headers } = request;
	if (verb === 'GET') return auth.handler(new Request(url, { headers }));
	try {
		const body = await readJsonText(request);
		return await auth.handler(new Request(url, { method: 'POST', headers, body }));
	} catch (refusal) {
		if (!(refusal instanceof Refusal)) throw refusal;
		error(refusal.status, refusal.sentence);
	}
};
