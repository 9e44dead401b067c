import { z } from 'zod';
import { headOf, interviewNamed } from '#features/interviews/reads/interviews.server.ts';
import { meetingOf } from '#features/meetings/reads/meetings.server.ts';
import { usualMinutes } from '#method/media.ts';
import { preparationOf, talkBriefOf } from '#features/preparation/reads/preparation.server.ts';
import { exampleId } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { toTalkView } from '../reads/talks.server.ts';
import { inOrder } from '../rules/events.ts';
import { reduceTalk } from '../rules/talk-state.ts';
import { brief as briefSchema, id, talkPage } from '../schemas.ts';
import { eventsOf } from '../store.server.ts';

/**
 * The data of a talk's page: partner, agreed time, goals, questions and script of the brief, the ordered
 * log, and the state reduced from it (method.md 6). Without a brief its lists are empty.
 * @returns lengths in whole minutes, offsets of notes in milliseconds
 * @refuses `interview.missing`
 */
export const getTalk = operation({
	name: 'talks.get',
	http: { verb: 'GET', path: '/interviews/{interviewId}/talk' },
	summary: 'View a conversation with its brief, log, notes and length',
	effect: 'read',
	input: z.object({ interviewId: id }),
	output: talkPage,
	example: { interviewId: exampleId },
	run: async ({ scope }, { interviewId }) => {
		const thread = await interviewNamed(scope, interviewId);
		const { progress, interviewContext, goals } = await preparationOf(scope, interviewId);
		const brief = interviewContext && (await talkBriefOf(scope, interviewContext, goals));
		const events = await eventsOf(scope, interviewId);
		return {
			head: headOf(thread, progress),
			brief: briefSchema.parse(brief ?? { goals: [], questions: [], script: '' }),
			meeting: await meetingOf(scope, interviewId),
			minutes: brief?.closing.minutes ?? usualMinutes,
			events: inOrder(events),
			talk: toTalkView(interviewId, reduceTalk(events))
		};
	}
});
