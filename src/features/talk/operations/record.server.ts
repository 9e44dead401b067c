import { z } from 'zod';
import { exampleId } from '#method/field-schemas.ts';
import { knownInterview } from '#features/interviews/reads/interviews.server.ts';
import { operation } from '#server/perform.ts';
import { keepEvents } from '../writes/events.server.ts';
import { id, receipt, talkEvent } from '../schemas.ts';

/** Most events in one request of a device [D]. */
export const MOST_AT_ONCE = 200;

/**
 * Schema for the OpenAPI document. Events are validated one by one, so that an invalid event does not
 * block the others of a device.
 */
const event = z
	.unknown()
	.meta(z.toJSONSchema(talkEvent, { io: 'input' }) as Record<string, unknown>);

/**
 * Adds events of a device to the log of a talk (method.md 6). Events are idempotent by their ids, which
 * the device makes; their order does not matter. Updates the talk and the dates of the interview from
 * the log: the instant of the goodbye is when it was held. Late events of a closed interview are
 * accepted too.
 * @param events at most 200; their instants are by the device's clock
 * @returns a receipt for each event, in order: stored, or the reason why not (`talks.unreadable`,
 * `talks.other-body`, `talks.closed`, `talks.rests-on-it`, `talks.full`); and the time the talk was held
 * @refuses `interview.missing`
 */
export const recordTalk = operation({
	name: 'talks.record',
	http: { verb: 'POST', path: '/interviews/{interviewId}/talk/events' },
	summary: 'Record events of a conversation, each event once',
	effect: 'write',
	input: z.object({
		interviewId: id,
		events: z
			.array(event, 'Send the events as a list.')
			.max(MOST_AT_ONCE, 'Send at most 200 events at a time.')
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
