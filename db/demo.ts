import type { Instant } from '#kernel/clock.ts';
import { commitImport, readImport } from '#features/people/operations.server.ts';
import type { Caller, Performer } from '#server/perform.ts';
import { connectionsFile } from './demo/address-book.ts';
import { beginning, addConnectors, type Thread } from './demo/beginning.ts';
import { addClarity } from './demo/clarity.ts';
import { deciding } from './demo/deciding.ts';
import { explorer } from './demo/explorer.ts';
import { interviews } from './demo/interview.ts';
import { introducing } from './demo/introducing.ts';
import { preparing } from './demo/preparing.ts';
import { reflecting } from './demo/reflecting.ts';
import { talks } from './demo/talks.ts';
import { talking } from './demo/talking.ts';
import { startDemoRun, runSteps, type MovingClock, type DemoRun } from './demo/demo-run.ts';

/** People in the contacts file; with partners and connectors the address book has four hundred. */
const IN_FILE = 373;

async function importPeople(demo: DemoRun, settle: () => Promise<void>): Promise<void> {
	demo.clock.set(demo.instant(74));
	const { id } = await demo.do(readImport, {
		fileName: 'Connections.csv',
		content: connectionsFile(IN_FILE, (index) => demo.day(100 + index)),
		encoding: 'text'
	});
	await settle();
	await demo.do(commitImport, { id });
	await settle();
}

/**
 * Creates the demo data through operations: three themes, 400 people, 25 interviews at all stages, eleven
 * held talks, one decision. Each operation runs at its own date, up to today.
 * @param today the last instant of the demo
 * @param settle waits until no job is due
 */
export async function runDemo(
	performer: Performer & { clock: MovingClock },
	caller: Caller,
	today: Instant,
	settle: () => Promise<void>
): Promise<void> {
	const demo = startDemoRun(performer, caller, explorer.zone, today);
	const clear = await addClarity(demo);
	await importPeople(demo, settle);
	const connectorIds = await addConnectors(demo);
	const threads: Thread[] = interviews.map((each) => ({ ...each, id: '' }));
	await runSteps(
		demo,
		[
			...deciding(demo, clear.themes),
			...introducing(demo, clear.themes, connectorIds),
			...threads.flatMap((thread, index) => [
				...beginning(demo, thread, clear.themes, connectorIds),
				...talking(demo, thread, talks[index] ?? []),
				...preparing(demo, thread),
				...reflecting(demo, thread, talks[index] ?? [], clear.criteria)
			])
		],
		today
	);
	demo.clock.set(today);
}
