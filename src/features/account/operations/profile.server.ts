import { z } from 'zod';
import { operation } from '#server/perform.ts';
import { explorerName, profile } from '../schemas.ts';
import { country, zone } from '#method/field-schemas.ts';
import * as store from '../store.server.ts';

/** The explorer's profile, zone, holidays and pauses. */
export const getProfile = operation({
	name: 'profile.get',
	http: { verb: 'GET', path: '/profile' },
	summary: 'Get your profile, time zone, holidays and pauses',
	effect: 'read',
	input: z.object({}),
	output: profile,
	example: {},
	run: async ({ scope }) => {
		const holidays = await store.holidaysOf(scope);
		const pauses = await store.pausesOf(scope);
		return profile.parse({ ...(await store.workspaceOf(scope)), holidays, pauses });
	}
});

/**
 * Changes name, introduction, zone or country of holidays; those left out stay unchanged. Waiting
 * dates depend on zone and holidays and shift at once.
 */
export const changeProfile = operation({
	name: 'profile.change',
	http: { verb: 'PATCH', path: '/profile' },
	summary: 'Edit your name, introduction, time zone or country for public holidays',
	effect: 'write',
	input: z.object({
		name: explorerName.optional(),
		introduction: z.string().trim().max(300, 'At most 300 characters.').optional(),
		zone: zone.optional(),
		holidayCountry: country.nullable().optional()
	}),
	output: z.object({}),
	example: { introduction: 'A bookkeeper who edits everything in reach', zone: 'Europe/Stockholm' },
	said: 'Saved',
	run: async ({ scope, queue, record }, input) => {
		await store.changeWorkspace(scope, {
			explorer_name: input.name,
			introduction: input.introduction,
			zone: input.zone,
			holiday_country: input.holidayCountry
		});
		// Holidays of the former country are deleted at once: none for a moment is better than wrong
		// ones.
		if (input.holidayCountry !== undefined) await store.replaceHolidays(scope, []);
		if (input.holidayCountry) {
			queue({ kind: 'profile.holidays', payload: { country: input.holidayCountry } });
		}
		record({ verb: 'profile.changed', about: { kind: 'workspace', id: scope.workspaceId } });
		return {};
	}
});
