import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSeason, type Season } from '#tests/support/season-parts.ts';
import { Refusal } from '#kernel/refusal.ts';
import * as channel from '../operations.server.ts';

/** In any order of steps, each step is refused, or its undo restores the row completely. */
let season: Season;
beforeAll(async () => {
	season = await openSeason();
});
afterAll(() => season.close());

function later(): void {
	season.clock.set(new Date(Date.parse(season.clock.now()) + 1000).toISOString());
}

const schoolSteps = [
	[channel.markSchoolAsked, channel.unmarkSchoolAsked],
	[channel.markSchoolAnswered, channel.unmarkSchoolAnswered],
	[channel.markSchoolConnected, channel.unmarkSchoolConnected],
	[channel.declineSchool, channel.undeclineSchool]
] as const;
const eventSteps = [
	[channel.markGuestAsked, channel.unmarkGuestAsked],
	[channel.markInvited, channel.unmarkInvited],
	[channel.attendEvent, channel.unattendEvent],
	[channel.callOffEvent, channel.uncallOffEvent]
] as const;
const introductionSteps = [
	[channel.markAgreed, channel.unmarkAgreed],
	[channel.markIntroduced, channel.unmarkIntroduced],
	[channel.lapseIntroduction, channel.unlapseIntroduction]
] as const;

const things = {
	school: {
		steps: schoolSteps,
		make: async () =>
			season.as(channel.addSchool, { themeId: season.themeId, name: season.clock.now() }),
		dates: async (id: string) => {
			const { text, changedAt, ...dates } = await season.as(channel.getSchool, { id });
			void [text, changedAt];
			return dates;
		}
	},
	event: {
		steps: eventSteps,
		make: async () =>
			season.as(channel.addEvent, {
				themeId: season.themeId,
				title: 'Evening',
				onDay: '2026-12-03'
			}),
		dates: async (id: string) => {
			const { changedAt, ...dates } = await season.as(channel.getEvent, { id });
			void changedAt;
			return dates;
		}
	},
	introduction: {
		steps: introductionSteps,
		make: async () => {
			const connectorId = await season.addPerson('Karin Ekblad');
			const offered = { themeId: season.themeId, connectorId, name: 'Joan' };
			return season.as(channel.offerIntroduction, offered);
		},
		dates: async (id: string) => {
			const { changedAt, ...dates } = await season.as(channel.getIntroduction, { id });
			void changedAt;
			return dates;
		}
	}
};

async function refusedOr<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
	try {
		return await answer;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		expect(error.kind).toBe('conflict');
		return undefined;
	}
}

test.each(Object.entries(things))(
	'%s: every step is refused or leaves no trace',
	async (_, thing) => {
		const order = fc.array(fc.nat(thing.steps.length - 1), { maxLength: 8 });
		await fc.assert(
			fc.asyncProperty(order, async (steps) => {
				later();
				const { id } = await thing.make();
				for (const index of steps) {
					const [mark, unmark] = thing.steps[index] ?? thing.steps[0];
					later();
					const before = await thing.dates(id);
					const done = await refusedOr(season.as(mark, { id }));
					if (!done) {
						expect(await thing.dates(id)).toEqual(before);
						continue;
					}
					later();
					const stale = { id, changedAt: '2000-01-01T00:00:00.000Z' };
					expect(await refusedOr(season.as(unmark, stale))).toBeUndefined();
					await season.as(unmark, { id, changedAt: done.changedAt });
					expect(await thing.dates(id)).toEqual(before);
					later();
					await season.as(mark, { id });
				}
			}),
			{ numRuns: 15 }
		);
	}
);
