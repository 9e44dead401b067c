import { addHours, dayOf } from '#kernel/clock.ts';
import { clearingSearch } from '#features/people/arriving.server.ts';
import { clearWorkspace } from '#server/leaving/clear.ts';
import { clearJob } from '#server/leaving/set-aside.ts';
import { queueJob, type JobHandler } from '#server/jobs.ts';
import { publicHolidays } from './holidays.server.ts';
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

/** entries of the search index in one transaction */
const searchStep = 150;

/** Takes an ended account's rows away, or those of a workspace that was never opened. */
const clear: JobHandler = {
	slow: true,
	run: async (context) => {
		await clearWorkspace(context, clearingSearch(searchStep));
		return undefined;
	},
	// Nobody is left to be told, and nothing may stay: it is tried again for as long as it takes.
	gaveUp: ({ write, clock }) =>
		write((scope) => {
			const again = { kind: clearJob, payload: {}, runAt: addHours(clock.now(), 1) };
			return queueJob(scope.db.withoutPlugins(), scope.workspaceId, again, clock.now());
		})
};

export const accountJobs: Record<string, JobHandler> = {
	'profile.holidays': bringHolidays,
	[clearJob]: clear
};
