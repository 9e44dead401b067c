import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { signInPageAddress, todayAddress } from '#kernel/page-addresses.ts';
import { refuseInvalid } from '#kernel/refusal.ts';
import { explorerName } from '#features/account/schemas.ts';
import { zone } from '#method/field-schemas.ts';
import { signUp } from '#server/auth/accounts.ts';
import { accountPurposes, byInvitation, openLink, usedLink } from '#server/auth/links.ts';
import { zoneChoices } from '#surfaces/select-options.server.ts';
import { forwardCookies } from '#surfaces/forward-cookies.ts';
import { formAction } from '../../../form-action.server.ts';
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

const schema = z.object({
	name: explorerName,
	email: z.email('This is not a valid e-mail address. Check the spelling.').max(254),
	password: z.string(),
	zone
});

export const actions: Actions = {
	default: formAction('begin', async (event, form) => {
		const { params, locals, cookies } = event;
		if (params.code === undefined) throw byInvitation;
		const input = schema.safeParse(Object.fromEntries(form));
		if (!input.success) {
			const [issue] = input.error.issues;
			throw refuseInvalid('account.invalid', issue?.message ?? '', issue?.path.join('.'));
		}
		const response = await signUp(locals.app, input.data, params.code, clientOf(event));
		if (!response) redirect(303, signInPageAddress({ invited: true }));
		forwardCookies(response, cookies, locals.app.config);
		redirect(303, todayAddress());
	})
};
