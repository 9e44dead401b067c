import type { BusinessCalendar } from '#kernel/business-days.ts';
import type { Scope } from '#server/scope.server.ts';
import { holidaysOf, pausesOf, workspaceOf } from '../store.server.ts';

/** The explorer's business calendar: zone, holidays and pauses. */
export async function businessCalendar(scope: Scope): Promise<BusinessCalendar> {
	const [{ zone }, holidays, pauses] = await Promise.all([
		workspaceOf(scope),
		holidaysOf(scope),
		pausesOf(scope)
	]);
	return { zone, holidays: new Set(holidays.map(({ day }) => day)), pauses };
}
