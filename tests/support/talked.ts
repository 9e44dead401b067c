import { addMinutes } from '#kernel/clock.ts';
import type { Season } from '#tests/support/season-parts.ts';
import { recordTalk } from '#features/talk/operations.server.ts';
import { scopeFor, type Scope } from '#server/scope.server.ts';
import { newId } from '#server/tokens.ts';

/** Notes of a sample talk. */
export const notes = [
	{ text: 'Nobody books an hour to cry.', tag: 'their-words' },
	{ text: 'Wednesdays in the corridor', tag: 'for' },
	{ text: 'Bettina Oyelaran, Toronto', tag: 'a-name' },
	{ text: 'rain', tag: null }
] as const;

export function readScope({ app, caller }: Season): Scope {
	return scopeFor(caller.actor, 'write', caller.workspaceId, app.database.read);
}

/**
 * Creates an interview whose talk took 20 minutes and ended so many minutes ago.
 * @returns its id
 */
export async function talked(season: Season, name: string, endedAgo = 10): Promise<string> {
	const interviewId = await season.prepared(name);
	const from = addMinutes(season.clock.now(), -20 - endedAgo);
	const made = (minutes: number, sequence: number) => ({
		id: newId(),
		device: 'phone',
		sequence,
		at: addMinutes(from, minutes)
	});
	await season.as(recordTalk, {
		interviewId,
		events: [
			{ ...made(0, 1), kind: 'started', agreedMinutes: 20 },
			...notes.map((note, index) => ({
				...made(index + 1, index + 2),
				...note,
				kind: 'note',
				question: null
			})),
			{ ...made(20, 9), kind: 'goodbye' }
		]
	});
	return interviewId;
}

/**
 * Adds a connector who introduced the partner of an interview.
 * @returns id of the connector
 */
export async function introducedBy(
	season: Season,
	interviewId: string,
	name: string
): Promise<string> {
	const connectorId = await season.addPerson(name);
	await season.open
		.transaction()
		.execute((tx) =>
			tx
				.updateTable('interviews')
				.set({ connector_id: connectorId })
				.where('id', '=', interviewId)
				.execute()
		);
	return connectorId;
}
