import { redirect } from '@sveltejs/kit';
import { settingsAddress } from '#kernel/page-addresses.ts';
import { changePassword } from '#server/auth/change-password.ts';
import { setToast } from '#surfaces/forms/toast.ts';
import { formAction } from '../../form-action.server.ts';
import { sessionIn } from './session.server.ts';

/** Sets a new password; a refusal returns no secret (`secret-names.ts`). */
export const password = formAction('password', async (event, form) => {
	const session = sessionIn(event, settingsAddress());
	const [current = '', password = ''] = [form.get('currentPassword'), form.get('password')].map(
		(each) => (typeof each === 'string' ? each : '')
	);
	await changePassword(event.locals.app, session, { current, password });
	await setToast(event, { text: 'Password changed' });
	redirect(303, settingsAddress());
});
