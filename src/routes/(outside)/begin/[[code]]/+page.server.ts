import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { Refusal, refuse } from '#kernel/refusal.ts';
import { explorerName, zone } from '#features/account/shapes.ts';
import { signUp, signUpIsOpen } from '#server/auth/accounts.ts';
import { accountPurposes, openLink, usedLink } from '#server/auth/links.ts';
import { refusedForm } from '#surfaces/forms/actions.server.ts';
import { readForm } from '#surfaces/forms/read-form.ts';
import { zoneChoices } from '#surfaces/choices.server.ts';
import { passCookies } from '#surfaces/pass-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { app } }) => {
	const zones = zoneChoices();
	if (params.code === undefined) {
		return {
			zones,
			closed: signUpIsOpen(app)
				? undefined
				: 'This Imago takes no new accounts by itself. Ask the person who runs it for a link.'
		};
	}
	const link = await openLink(app.database.read, params.code, accountPurposes, app.clock.now());
	return { zones, closed: link ? undefined : usedLink().sentence };
};

const shape = z.object({
	name: explorerName,
	email: z.email('This does not look like an e-mail address.').max(254),
	password: z.string(),
	zone
});

export const actions: Actions = {
	default: async ({ request, params, locals, cookies }) => {
		let form = new FormData();
		try {
			form = await readForm(request);
			const input = shape.safeParse(Object.fromEntries(form));
			if (!input.success) {
				const [issue] = input.error.issues;
				throw refuse('invalid', 'account.invalid', issue?.message ?? '', issue?.path.join('.'));
			}
			const response = await signUp(locals.app, input.data, params.code, locals.address);
			passCookies(response, cookies, locals.app.config);
		} catch (error) {
			if (error instanceof Refusal) return refusedForm('begin', error, form);
			throw error;
		}
		redirect(303, '/');
	}
};
