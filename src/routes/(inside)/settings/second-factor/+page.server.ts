import { redirect } from '@sveltejs/kit';
import { secondFactorAddress } from '#kernel/page-addresses.ts';
import { Refusal } from '#kernel/refusal.ts';
import {
	beginSecondFactor,
	hasSecondFactor,
	secondFactorToSetUp,
	turnOnSecondFactor
} from '#server/auth/second-factor-setup.ts';
import { signInAddress } from '#surfaces/forms/actions.server.ts';
import { qrCode } from '#surfaces/qr-code.server.ts';
import { formAction } from '../../../form-action.server.ts';
import { sessionIn } from '../session.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	const session = sessionIn(event, secondFactorAddress());
	const isRequired = app.config.secondFactor === 'required';
	const isOn = await hasSecondFactor(app.database, session.userId);
	try {
		const made = await secondFactorToSetUp(app, session);
		return { isRequired, isOn, setUp: made && { secret: made.secret, qr: qrCode(made.address) } };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		redirect(303, signInAddress(event, error));
	}
};

export const actions: Actions = {
	/** Makes a secret, if the page was opened without one. */
	begin: formAction('begin', async (event) => {
		await beginSecondFactor(event.locals.app, sessionIn(event, secondFactorAddress()));
		redirect(303, secondFactorAddress());
	}),
	/** Turns on the second factor and shows the recovery codes once. */
	turnOn: formAction('turnOn', async (event, form) => {
		const session = sessionIn(event, secondFactorAddress());
		const code = String(form.get('oneTimeCode') ?? '');
		return { codes: await turnOnSecondFactor(event.locals.app, session, code) };
	})
};
