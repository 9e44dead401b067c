import { redirect, type Action } from '@sveltejs/kit';
import { settingsAddress } from '#kernel/addresses.ts';
import { changePassword } from '#server/auth/change-password.ts';
import { refusedForm } from '#surfaces/forms/actions.server.ts';
import { readForm } from '#surfaces/forms/read-form.ts';
import { sayNext } from '#surfaces/forms/toast.ts';
import { sessionIn } from './session.server.ts';

/** Sets a new password; nothing that was typed comes back with a refusal. */
export const password: Action = async (event) => {
	const session = sessionIn(event, settingsAddress());
	try {
		const form = await readForm(event.request);
		const [current, next] = [form.get('currentPassword'), form.get('password')].map((each) =>
			typeof each === 'string' ? each : ''
		);
		await changePassword(event.locals.app, session, {
			current: current ?? '',
			password: next ?? ''
		});
	} catch (error) {
		return refusedForm(event, 'password', error);
	}
	await sayNext(event, { text: 'The new password counts from now on' });
	redirect(303, settingsAddress());
};
