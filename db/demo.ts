import type { Instant } from '#kernel/clock.ts';
import { commitImport, readImport } from '#features/people/operations.server.ts';
import type { Caller, Performer } from '#server/perform.ts';
import { connectionsFile } from './demo/address-book.ts';
import { beginning, meetConnectors, type Thread } from './demo/beginning.ts';
import { becomeClear } from './demo/clarity.ts';
import { deciding } from './demo/deciding.ts';
import { explorer } from './demo/explorer.ts';
import { interviews } from './demo/interview.ts';
import { introducing } from './demo/introducing.ts';
import { preparing } from './demo/preparing.ts';
import { reflecting } from './demo/reflecting.ts';
import { talks } from './demo/talks.ts';
import { talking } from './demo/talking.ts';
import { openStage, play, type MovingClock, type Stage } from './demo/stage.ts';

/** People in the file; with partners and connectors the address book has four hundred. */
const IN_FILE = 373;

async function importPeople(stage: Stage, settle: () => Promise<void>): Promise<void> {
	stage.clock.set(stage.instant(74));
	const { id } = await stage.do(readImport, {
		fileName: 'Connections.csv',
		content: connectionsFile(IN_FILE, (index) => stage.day(100 + index)),
		encoding: 'text'
	});
	await settle();
	await stage.do(commitImport, { id });
	await settle();
}

/**
 * Plays an invented season through operations: three themes, 400 people, 25 interviews at all
 * stages, eleven held talks, one decision. Everything happens at its own date, up to today.
 * @param today the last instant of the season
 * @param settle waits until no job is due
 */
export async function playSeason(
	performer: Performer & { clock: MovingClock },
	caller: Caller,
	today: Instant,
	settle: () => Promise<void>
): Promise<void> {
	const stage = openStage(performer, caller, explorer.zone, today);
	const clear = await becomeClear(stage);
	await importPeople(stage, settle);
	const connectorIds = await meetConnectors(stage);
	const threads: Thread[] = interviews.map((each) => ({ ...each, id: '' }));
	await play(
		stage,
		[
			...deciding(stage, clear.themes),
			...introducing(stage, clear.themes, connectorIds),
			...threads.flatMap((thread, index) => [
				...beginning(stage, thread, clear.themes, connectorIds),
				...talking(stage, thread, talks[index] ?? []),
				...preparing(stage, thread),
				...reflecting(stage, thread, talks[index] ?? [], clear.criteria)
			])
		],
		today
	);
	stage.clock.set(today);
}
