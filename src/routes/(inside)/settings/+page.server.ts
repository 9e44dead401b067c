import * as account from '#features/account/operations.server.ts';
import { getAccount } from '#features/transfer/operations.server.ts';
import { listWebhooks } from '#features/webhooks/operations.server.ts';
import { secondFactorOf } from '#server/auth/second-factor-setup.ts';
import { countryChoices, zoneChoices } from '#surfaces/select-options.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { settingsActions } from './settings-actions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	profile: await readFor(event, account.getProfile, {}),
	...(await readFor(event, account.listKeys, {})),
	...(await readFor(event, account.listPasskeys, {})),
	...(await readFor(event, account.listSessions, {})),
	secondFactor: {
		...(await secondFactorOf(event.locals.app, event.locals.session?.userId ?? '')),
		isRequired: event.locals.app.config.secondFactor === 'required'
	},
	...(await readFor(event, listWebhooks, {})),
	...(await readFor(event, getAccount, {})),
	zones: zoneChoices(),
	countries: countryChoices()
});

export const actions: Actions = settingsActions;
