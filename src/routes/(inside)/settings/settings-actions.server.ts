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
import { clearBrowser } from '#surfaces/clear-storage.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { password } from './password.server.ts';
import { setUpSecondFactor, turnOffSecondFactorAction } from './second-factor.server.ts';

/** Form actions of the settings. */
export const settingsActions = {
	profile: act(changeProfile),
	pause: act(pauseSeason),
	resume: act(resumeSeason),
	password,
	addKey: act(addKey, { show: ({ key }) => ({ newKey: key }) }),
	removeKey: act(removeKey),
	removePasskey: act(removePasskey),
	keepKeys: act(keepKeys),
	endSession: act(endSession),
	endOtherSessions: act(endOtherSessions),
	setUpSecondFactor,
	turnOffSecondFactor: turnOffSecondFactorAction,
	erase: act(eraseAccount, {
		goTo: () => signInPageAddress({ ended: true }),
		answer: clearBrowser
	})
};
