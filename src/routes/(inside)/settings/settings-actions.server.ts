import { signInPageAddress } from '#kernel/page-addresses.ts';
import * as account from '#features/account/operations.server.ts';
import { eraseAccount } from '#features/transfer/operations.server.ts';
import { clearBrowser } from '#surfaces/clear-storage.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { password } from './password.server.ts';
import { setUpSecondFactor, turnOffSecondFactorAction } from './second-factor.server.ts';

/** Form actions of the settings. */
export const settingsActions = {
	profile: act(account.changeProfile),
	pause: act(account.pauseSeason),
	resume: act(account.resumeSeason),
	password,
	addKey: act(account.addKey, { show: ({ key }) => ({ newKey: key }) }),
	removeKey: act(account.removeKey),
	removePasskey: act(account.removePasskey),
	keepKeys: act(account.keepKeys),
	endSession: act(account.endSession),
	endOtherSessions: act(account.endOtherSessions),
	setUpSecondFactor,
	turnOffSecondFactor: turnOffSecondFactorAction,
	erase: act(eraseAccount, {
		goTo: () => signInPageAddress({ ended: true }),
		answer: clearBrowser
	})
};
