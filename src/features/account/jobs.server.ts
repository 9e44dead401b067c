import { dayOf } from '#kernel/clock.ts';
import type { JobHandler } from '#server/jobs.ts';
import { publicHolidays } from './holidays.server.ts';
import { replaceHolidays, workspaceOf } from './store.server.ts';

/** Brings the public holidays of the chosen country; every waiting date follows from them. */
const bringHolidays: JobHandler = {
	run: async ({ scope, write, clock, payload }) => {
		const { zone, holidayCountry } = await workspaceOf(scope);
		if (!payload.country || payload.country !== holidayCountry) return;
		const holidays = await publicHolidays(payload.country, dayOf(clock.now(), zone));
		await write((inside) => replaceHolidays(inside, holidays));
	}
};

export const accountJobs: Record<string, JobHandler> = { 'profile.holidays': bringHolidays };
