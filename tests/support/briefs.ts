import { openSeason, type Season } from '#tests/support/season-parts.ts';
import { newId } from '#server/tokens.ts';
import { getBrief } from '#features/preparation/operations.server.ts';
import type { Brief } from '#features/preparation/schemas.ts';

export interface BriefSeason extends Season {
	/** adds an interview with a goal and a source for its "why you" */
	planned(): Promise<string>;
	brief(interviewId: string): Promise<Brief>;
	/** agrees on a meeting of this length in minutes */
	agree(interviewId: string, minutes: number): Promise<void>;
	/** marks the talk as held, or changes the channel */
	change(interviewId: string, changes: { held_at?: string; channel?: string }): Promise<void>;
}

/** A season whose interviews have the data that a brief needs. */
export async function openBriefs(): Promise<BriefSeason> {
	const season = await openSeason();
	const { workspaceId } = season.caller;
	let people = 0;
	return {
		...season,
		planned: () => season.prepared(`Person ${(people += 1)}`),
		brief: (id) => season.as(getBrief, { id }),
		agree: async (interviewId, minutes) => {
			const at = season.clock.now();
			await season.open.transaction().execute((tx) =>
				tx
					.insertInto('meetings')
					.values({
						workspace_id: workspaceId,
						id: newId(),
						interview_id: interviewId,
						starts_at: '2026-11-30T15:00:00.000Z',
						zone: 'Europe/Stockholm',
						wall_time: '2026-11-30T16:00',
						partner_zone: 'Europe/Lisbon',
						minutes,
						medium: 'video',
						agreed_at: at,
						changed_at: at
					})
					.execute()
			);
		},
		change: async (interviewId, changes) => {
			await season.open
				.transaction()
				.execute((tx) =>
					tx
						.updateTable('interviews')
						.set(changes)
						.where('workspace_id', '=', workspaceId)
						.where('id', '=', interviewId)
						.execute()
				);
		}
	};
}
