import { redirect, type Action } from '@sveltejs/kit';
import { settingsAddress, signInPageAddress } from '#kernel/addresses.ts';
import { changePassword } from '#server/auth/change-password.ts';
import { refusedForm } from '#surfaces/forms/actions.server.ts';
import { readForm } from '#surfaces/forms/read-form.ts';
import { setToast } from '#surfaces/forms/toast.ts';

/** Form action: sets a new password. The typed passwords are not sent back with a refusal. */
export const password: Action = async (event) => {
	const { app, session } = event.locals;
	if (!session) redirect(303, signInPageAddress({ back: settingsAddress() }));
	try {
		const form = await readForm(event.request);
		const [current, next] = [form.get('currentPassword'), form.get('password')].map((each) =>
			typeof each === 'string' ? each : ''
		);
		await changePassword(app, session, { current: current ?? '', password: next ?? '' });
	} catch (error) {
		return refusedForm(event, 'password', error);
	}
	await setToast(event, { text: 'The new password counts from now on' });
	redirect(303, settingsAddress());
};
