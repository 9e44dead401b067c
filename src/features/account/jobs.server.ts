import { addHours, dayOf } from '#kernel/clock.ts';
import { queueJob, type JobHandler } from '#server/job-worker.ts';
import { publicHolidays } from './jobs/holidays.server.ts';
import { replaceHolidays, workspaceOf } from './store.server.ts';

/** Interval between runs: half a year. */
const hoursAgain = 24 * 182;

/** Job that loads the public holidays of the chosen country, which business days depend on. */
const loadHolidays: JobHandler = {
	run: async ({ scope, write, clock, payload }) => {
		const { zone, holidayCountry } = await workspaceOf(scope);
		if (!payload.country || payload.country !== holidayCountry) return;
		const holidays = await publicHolidays(payload.country, dayOf(clock.now(), zone));
		await write(async (inside) => {
			await replaceHolidays(inside, holidays);
			// Next year's holidays are the last ones known, so the job runs again before they end.
			const again = { kind: 'profile.holidays', payload, runAt: addHours(clock.now(), hoursAgain) };
			await queueJob(inside.db.withoutPlugins(), inside.workspaceId, again, clock.now());
		});
	}
};

export const accountJobs: Record<string, JobHandler> = {
	'profile.holidays': loadHolidays
};
