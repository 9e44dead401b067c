import { writeTemplate, resetTemplate, getTemplate } from '#features/outreach/operations.server.ts';
import { channel, purpose } from '#features/outreach/schemas.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	return {
		template: await readFor(event, getTemplate, {
			channel: channel.catch('network').parse(searchParams.get('channel')),
			purpose: purpose.catch('request').parse(searchParams.get('purpose'))
		})
	};
};

export const actions: Actions = {
	write: act(writeTemplate),
	reset: act(resetTemplate)
};
