import { addHours, dayOf } from '#kernel/clock.ts';
import { queueJob, type JobHandler } from '#server/jobs.ts';
import { publicHolidays } from './jobs/holidays.server.ts';
import { replaceHolidays, workspaceOf } from './store.server.ts';

/** Half a year. */
const hoursAgain = 24 * 182;

/** Brings the public holidays of the chosen country; every waiting date follows from them. */
const bringHolidays: JobHandler = {
	run: async ({ scope, write, clock, payload }) => {
		const { zone, holidayCountry } = await workspaceOf(scope);
		if (!payload.country || payload.country !== holidayCountry) return;
		const holidays = await publicHolidays(payload.country, dayOf(clock.now(), zone));
		await write(async (inside) => {
			await replaceHolidays(inside, holidays);
			// Next year's are known a year ahead only, so this asks again before they run out.
			const again = { kind: 'profile.holidays', payload, runAt: addHours(clock.now(), hoursAgain) };
			await queueJob(inside.db.withoutPlugins(), inside.workspaceId, again, clock.now());
		});
	}
};

export const accountJobs: Record<string, JobHandler> = {
	'profile.holidays': bringHolidays
};
