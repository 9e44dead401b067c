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
	profile: act('profile', changeProfile, { toast: () => ({ text: 'Saved' }) }),
	pause: act('pause', pauseSeason, {
		toast: ({ id }) => ({
			text: 'Paused. Every waiting date shifts.',
			undo: { operation: 'season.resume', fields: { id } }
		})
	}),
	resume: act('resume', resumeSeason, { toast: () => ({ text: 'The pause is gone' }) }),
	password,
	addKey: act('addKey', addKey, { show: ({ key }) => ({ newKey: key }) }),
	removeKey: act('removeKey', removeKey, { toast: () => ({ text: 'Key removed' }) }),
	removePasskey: act('removePasskey', removePasskey, {
		toast: () => ({ text: 'Passkey removed' })
	}),
	keepKeys: act('keepKeys', keepKeys, { toast: () => ({ text: 'Keys and passkeys kept' }) }),
	endSession: act('endSession', endSession, {
		toast: () => ({ text: 'Session signed out' })
	}),
	endOtherSessions: act('endOtherSessions', endOtherSessions, {
		toast: () => ({ text: 'All other sessions signed out' })
	}),
	setUpSecondFactor,
	turnOffSecondFactor: turnOffSecondFactorAction,
	erase: act('erase', eraseAccount, { goTo: () => '/signin?ended', answer: leaveBrowser })
};
