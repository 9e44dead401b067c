import {
	addKey,
	changeProfile,
	eraseAccount,
	listKeys,
	listPasskeys,
	listSessions,
	pauseSeason,
	removeKey,
	removePasskey,
	resumeSeason,
	seeAccount,
	seeProfile
} from '#features/account/operations.server.ts';
import { listWebhooks } from '#features/webhooks/operations.server.ts';
import { hasSecondFactor } from '#server/auth/second-factor-setup.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { countryChoices, zoneChoices } from '#surfaces/choices.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { password } from './password.server.ts';
import { sessionActions } from './session-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	profile: await readFor(event, seeProfile, {}),
	...(await readFor(event, listKeys, {})),
	...(await readFor(event, listPasskeys, {})),
	...(await readFor(event, listSessions, {})),
	secondFactor: {
		isOn: await hasSecondFactor(event.locals.app.database, event.locals.session?.userId ?? ''),
		isRequired: event.locals.app.config.secondFactor === 'required'
	},
	...(await readFor(event, listWebhooks, {})),
	...(await readFor(event, seeAccount, {})),
	zones: zoneChoices(),
	countries: countryChoices()
});

export const actions: Actions = {
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
	removeKey: act('removeKey', removeKey, { toast: () => ({ text: 'The key works no longer' }) }),
	removePasskey: act('removePasskey', removePasskey, {
		toast: () => ({ text: 'The passkey works no longer' })
	}),
	...sessionActions,
	erase: act('erase', eraseAccount, { goTo: () => '/signin' })
};
