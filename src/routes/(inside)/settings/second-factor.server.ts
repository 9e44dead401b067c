import { redirect, type Action, type RequestEvent } from '@sveltejs/kit';
import { secondFactorAddress, settingsAddress } from '#kernel/page-addresses.ts';
import { Refusal } from '#kernel/refusal.ts';
import { beginSecondFactor, turnOffSecondFactor } from '#server/auth/second-factor-setup.ts';
import type { Session } from '#server/auth/session.ts';
import { signInAddress } from '#surfaces/forms/actions.server.ts';
import { setToast } from '#surfaces/forms/toast.ts';
import { sessionIn } from './session.server.ts';

const settings = settingsAddress('second-factor');

/**
 * Runs `work` with the session; redirects to sign in first where the sign-in is too old, and shows other
 * refusals as a toast.
 */
async function withFreshSession(
	event: RequestEvent,
	work: (session: Session) => Promise<void>
): Promise<void> {
	const session = sessionIn(event, settingsAddress());
	try {
		await work(session);
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		if (error.kind === 'not-signed-in') redirect(303, signInAddress(event, error));
		await setToast(event, { text: error.sentence });
		redirect(303, settings);
	}
}

/** Form action: creates a TOTP secret and redirects to the page that shows it. */
export const setUpSecondFactor: Action = async (event) => {
	await withFreshSession(event, (session) => beginSecondFactor(event.locals.app, session));
	redirect(303, secondFactorAddress());
};

/** Form action: removes the second factor. */
export const turnOffSecondFactorAction: Action = async (event) => {
	await withFreshSession(event, (session) => turnOffSecondFactor(event.locals.app, session));
	await setToast(event, { text: 'The second factor is off' });
	redirect(303, settings);
};
