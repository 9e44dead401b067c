import { endOtherSessions, endSession, keepKeys } from '#features/account/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { setUpSecondFactor, turnOffSecondFactorAction } from './second-factor.server.ts';

/** Forms about who is signed in, by what, and from where. */
export const sessionActions = {
	keepKeys: act('keepKeys', keepKeys, { toast: () => ({ text: 'The keys that are left stay' }) }),
	endSession: act('endSession', endSession, {
		toast: () => ({ text: 'The session is signed out' })
	}),
	endOtherSessions: act('endOtherSessions', endOtherSessions, {
		toast: () => ({ text: 'All other sessions are signed out' })
	}),
	setUpSecondFactor,
	turnOffSecondFactor: turnOffSecondFactorAction
};
