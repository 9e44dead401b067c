import { signInPageAddress } from '#kernel/addresses.ts';
import {
	addKey,
	changeProfile,
	endOtherSessions,
	endSession,
	keepKeys,
	pauseSeason,
	removeKey,
	removePasskey,
	resumeSeason
} from '#features/account/operations.server.ts';
import { eraseAccount } from '#features/transfer/operations.server.ts';
import { leaveBrowser } from '#surfaces/clear-storage.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { password } from './password.server.ts';
import { setUpSecondFactor, turnOffSecondFactorAction } from './second-factor.server.ts';

/** The forms of Settings. */
export const settingsActions = {
	profile: act(changeProfile, { toast: () => ({ text: 'Saved' }) }),
	pause: act(pauseSeason, {
		toast: ({ id }) => ({
			text: 'Paused. Every waiting date shifts.',
			undo: { operation: 'season.resume', fields: { id } }
		})
	}),
	resume: act(resumeSeason, { toast: () => ({ text: 'The pause is gone' }) }),
	password,
	addKey: act(addKey, { show: ({ key }) => ({ newKey: key }) }),
	removeKey: act(removeKey, { toast: () => ({ text: 'Key removed' }) }),
	removePasskey: act(removePasskey, {
		toast: () => ({ text: 'Passkey removed' })
	}),
	keepKeys: act(keepKeys, { toast: () => ({ text: 'Keys and passkeys kept' }) }),
	endSession: act(endSession, {
		toast: () => ({ text: 'Session signed out' })
	}),
	endOtherSessions: act(endOtherSessions, {
		toast: () => ({ text: 'All other sessions signed out' })
	}),
	setUpSecondFactor,
	turnOffSecondFactor: turnOffSecondFactorAction,
	erase: act(eraseAccount, {
		goTo: () => signInPageAddress({ ended: true }),
		answer: leaveBrowser
	})
};
