import { refuseConflict } from '#kernel/refusal.ts';
import { knownInterview } from '#features/interviews/reads/interviews.server.ts';
import type { Context } from '#server/perform.ts';
import { keepEvents } from './events.server.ts';
import type { Happening, TalkEvent } from '../rules/events.ts';
import { reduceTalk, type TalkState } from '../rules/talk-state.ts';
import { eventsOf } from '../store.server.ts';

/** Device name of events made by the server: from pages without script and other programs. */
export const SERVER_DEVICE = 'server';

/** Reads a talk to which the server will add events. @throws Refusal `interview.missing` */
export async function talkToChange({ scope }: Context, interviewId: string) {
	const interview = await knownInterview(scope, interviewId);
	const events = await eventsOf(scope, interviewId);
	return { interview, events, state: reduceTalk(events) };
}
type TalkToChange = Awaited<ReturnType<typeof talkToChange>>;

/**
 * Adds events to a talk, with ids made by the server.
 * @param happenings each with its instant
 * @throws Refusal if the log does not accept one of them
 */
export async function happen(
	context: Context,
	{ interview, events }: Pick<TalkToChange, 'interview' | 'events'>,
	happenings: readonly (Happening & { at: string })[]
): Promise<{ state: TalkState; added: TalkEvent[] }> {
	const own = events.filter(({ device }) => device === SERVER_DEVICE);
	const first = Math.max(0, ...own.map(({ sequence }) => sequence)) + 1;
	const made = happenings.map((happening, index) => ({
		...happening,
		id: context.newId(),
		device: SERVER_DEVICE,
		sequence: first + index
	}));
	const { receipts, state, added } = await keepEvents(context, interview, made);
	const refused = receipts.find(({ accepted }) => !accepted);
	if (refused) throw refuseConflict(refused.code ?? '', refused.sentence ?? '');
	return { state, added };
}
