import { error } from '@sveltejs/kit';
import { can } from '#kernel/access.ts';
import type { RequestHandler } from './$types';

/** Passkey ceremonies alone; everything else about an account goes through pages or operations. */
const ceremonies = new Set([
	'passkey/generate-authenticate-options',
	'passkey/verify-authentication',
	'passkey/generate-register-options',
	'passkey/verify-registration'
]);

const answer: RequestHandler = async ({ params, request, locals }) => {
	if (!ceremonies.has(params.path)) error(404, 'There is nothing at this address.');
	if (params.path.includes('regist') && can(locals.caller.actor, 'secure') !== 'yes') {
		error(401, 'This needs a sign-in from the last 15 minutes.');
	}
	const auth = await locals.app.betterAuth();
	return auth.handler(request);
};

export const GET = answer;
export const POST = answer;
