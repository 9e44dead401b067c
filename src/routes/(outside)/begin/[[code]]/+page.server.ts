import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { signInPageAddress, todayAddress } from '#kernel/addresses.ts';
import { refuse } from '#kernel/refusal.ts';
import { explorerName } from '#features/account/shapes.ts';
import { zone } from '#method/values.ts';
import { signUp } from '#server/auth/accounts.ts';
import { accountPurposes, byInvitation, openLink, usedLink } from '#server/auth/links.ts';
import { refusedForm } from '#surfaces/forms/actions.server.ts';
import { readForm } from '#surfaces/forms/read-form.ts';
import { zoneChoices } from '#surfaces/choices.server.ts';
import { forwardCookies } from '#surfaces/forward-cookies.ts';
import { clientOf } from '../../signin/after.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { app } }) => {
	const { code } = params;
	const link =
		code === undefined
			? undefined
			: await openLink(app.database.read, code, accountPurposes, app.clock.now());
	const closed = link ? undefined : (code === undefined ? byInvitation : usedLink).sentence;
	return { zones: zoneChoices(), closed };
};

const shape = z.object({
	name: explorerName,
	email: z.email('This does not look like an e-mail address.').max(254),
	password: z.string(),
	zone
});

export const actions: Actions = {
	default: async (event) => {
		const { params, locals, cookies } = event;
		let form = new FormData();
		let response: Response | undefined;
		try {
			form = await readForm(event.request);
			if (params.code === undefined) throw byInvitation;
			const input = shape.safeParse(Object.fromEntries(form));
			if (!input.success) {
				const [issue] = input.error.issues;
				throw refuse('invalid', 'account.invalid', issue?.message ?? '', issue?.path.join('.'));
			}
			response = await signUp(locals.app, input.data, params.code, clientOf(event));
			if (response) forwardCookies(response, cookies, locals.app.config);
		} catch (error) {
			return refusedForm(event, 'begin', error, form);
		}
		redirect(303, response ? todayAddress() : signInPageAddress({ invited: true }));
	}
};
