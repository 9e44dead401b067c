import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { addHours } from '#kernel/clock.ts';
import { goodText, seasonOfTests } from '#tests/support/season-parts.ts';
import { talked } from '#tests/support/talked.ts';
import { toastAfter } from '#tests/support/page-event.ts';
import { messageActions } from './message-actions.server.ts';
import { afterActions } from './reflect/after-actions.server.ts';

const season = await seasonOfTests();

async function livesIn(zone: string): Promise<void> {
	await season.open
		.updateTable('workspaces')
		.set({ zone })
		.where('id', '=', season.caller.workspaceId)
		.execute();
}

/**
 * Posts "Mark as sent" as the page does.
 * @returns the toast text of the next page
 */
async function sent(
	action: (event: RequestEvent) => unknown,
	zone: string,
	id: string,
	fields: Record<string, string>
): Promise<string | undefined> {
	const typed = { through: 'copied', ...fields };
	const { toast } = await toastAfter(action, season, `/interviews/${id}?/sent`, typed, {
		zone,
		id
	});
	return toast?.text;
}

/**
 * Each instant has another date in the zone than in UTC, and another year where the text shows the year.
 */
test.each([
	// The last afternoon of the year in Los Angeles is New Year in UTC; January is another year there.
	['America/Los_Angeles', '2027-01-01T00:30:00.000Z', 'Monday 11 January 2027'],
	// New Year's morning in Auckland is still the old year in UTC.
	['Pacific/Auckland', '2026-12-31T11:30:00.000Z', 'Tuesday 12 January']
])('a request sent near midnight in %s is dated by the day there', async (zone, at, on) => {
	await livesIn(zone);
	season.clock.set(addHours(at, -24));
	const id = await season.prepared(`Dan in ${zone}`);
	season.clock.set(at);
	const text = await sent(messageActions.sent, zone, id, { purpose: 'request', ...goodText });
	expect(text).toBe(`Marked as sent. You can send one follow-up from ${on}`);
});

const thanks = {
	purpose: 'thank-you',
	subject: 'Thank you',
	body: 'Dear Priya, the corridor on Wednesdays has not left me. Thank you for twenty minutes.'
};

test.each([
	['America/Los_Angeles', '2027-01-01T00:30:00.000Z', 'Thursday 14 January 2027'],
	['Pacific/Auckland', '2026-12-31T11:30:00.000Z', 'Friday 15 January']
])('thanks sent near midnight in %s are dated by the day there', async (zone, at, on) => {
	await livesIn(zone);
	season.clock.set(at);
	const id = await talked(season, `Priya in ${zone}`);
	const text = await sent(afterActions.sent, zone, id, thanks);
	expect(text).toBe(`Marked as sent. Tell them what came of it on ${on}`);
});

test('thanks on the day of the update say so from its first minute there', async () => {
	const zone = 'Pacific/Auckland';
	await livesIn(zone);
	season.clock.set('2026-12-31T22:00:00.000Z');
	const id = await talked(season, 'Priya, late');
	season.clock.set('2027-01-14T11:01:00.000Z');
	expect(await sent(afterActions.sent, zone, id, thanks)).toBe(
		'Marked as sent. Next, tell them what came of it'
	);
});
