import { z } from 'zod';
import { exampleId } from '#method/values.ts';
import { knownInterview } from '#features/interviews/reads/interviews.server.ts';
import { operation } from '#server/perform.ts';
import { keepEvents } from '../writes/keeping.server.ts';
import { id, receipt, talkEvent } from '../schemas.ts';

/** Events that a device sends in one go [D]. */
export const MOST_AT_ONCE = 200;

/**
 * Described in the document as what they are, but judged one by one: an event that cannot be read
 * must not keep the others waiting on a phone.
 */
const event = z
	.unknown()
	.meta(z.toJSONSchema(talkEvent, { io: 'input' }) as Record<string, unknown>);

/**
 * Takes what happened in a talk into its log (method.md 6). Each event
 * has an id made on the device and counts once, however often it is sent; the order does not
 * matter. Keeps the talk and the thread's dates as the log has them: the goodbye's instant is when
 * it was held. Events that come late into a closed interview are taken, too.
 * @param events 200 at most, see the shape; instants on the device's clock
 * @returns a receipt for each event, in their order: kept, or why not (`talks.unreadable`,
 * `talks.other-body`, `talks.closed`, `talks.rests-on-it`, `talks.full`); and when the talk was held
 * @refuses `interview.missing`
 */
export const recordTalk = operation({
	name: 'talks.record',
	http: { verb: 'POST', path: '/interviews/{interviewId}/talk/events' },
	summary: 'Take what happened in a talk into its log, each event once',
	effect: 'write',
	input: z.object({
		interviewId: id,
		events: z
			.array(event, 'Send the events as a list.')
			.max(MOST_AT_ONCE, 'Send 200 events at a time, at most.')
	}),
	output: z.object({
		interviewId: z.string(),
		receipts: z.array(receipt),
		startedAt: z.string().nullable(),
		endedAt: z.string().nullable()
	}),
	example: {
		interviewId: exampleId,
		events: [
			{
				id: '01938b6c-0000-7000-8000-0000000000a1',
				device: 'phone',
				sequence: 1,
				at: '2026-11-23T15:00:00.000Z',
				kind: 'started',
				agreedMinutes: 15
			},
			{
				id: '01938b6c-0000-7000-8000-0000000000a2',
				device: 'phone',
				sequence: 2,
				at: '2026-11-23T15:03:20.000Z',
				kind: 'note',
				text: 'You edit the writer first',
				tag: 'their-words',
				question: 'What do you enjoy most?'
			}
		]
	},
	run: async (context, input) => {
		const interview = await knownInterview(context.scope, input.interviewId);
		const { receipts, state } = await keepEvents(context, interview, input.events);
		const { startedAt, endedAt } = state;
		return { interviewId: interview.id, receipts, startedAt, endedAt };
	}
});
