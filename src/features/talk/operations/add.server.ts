import { z } from 'zod';
import { refuseConflict, refuseInvalid } from '#kernel/refusal.ts';
import { briefForTalk } from '#features/preparation/reads/preparation.server.ts';
import { usualMinutes } from '#method/media.ts';
import { exampleId } from '#method/field-schemas.ts';
import { operation, type Context } from '#server/perform.ts';
import { happen, talkToChange } from '../writes/happen.server.ts';
import { closedToTalks } from '../writes/events.server.ts';
import { afterAll, type Happening } from '../rules/events.ts';
import { mayHappen } from '../rules/may-happen.ts';
import { questionOnScreen, type BriefQuestion } from '../rules/questions.ts';
import type { TalkState } from '../rules/talk-state.ts';
import { id, kind, lasted, noteText, tag } from '../schemas.ts';

const input = z.object({
	interviewId: id,
	kind,
	text: noteText.optional(),
	tag: tag.nullable().optional(),
	noteId: id.optional(),
	questionId: z.string().max(80).optional(),
	minutes: lasted.optional()
});
type Input = z.infer<typeof input>;

function needed<Value>(value: Value | undefined, field: string, sentence: string): Value {
	if (value === undefined) throw refuseInvalid('talks.incomplete', sentence, field);
	return value;
}

function questionShown(
	state: TalkState,
	questions: readonly BriefQuestion[],
	wanted?: string
): Happening {
	const named = questions.find((question) => question.id === wanted);
	const next = named ?? questionOnScreen(state, questions).next;
	if (next) return { kind: 'question-shown', questionId: next.id, text: next.text };
	throw refuseConflict(
		'talks.no-question',
		'There is no question left for this time. Nothing was changed. Say the closing line.'
	);
}

/** The event that the fields of a form describe. */
function happeningOf(
	given: Input,
	state: TalkState,
	questions: readonly BriefQuestion[]
): Happening {
	const noteId = (): string => needed(given.noteId, 'noteId', 'Choose a note.');
	const text = (): string => needed(given.text, 'text', 'Write a few of their words.');
	switch (given.kind) {
		case 'started':
			return { kind: 'started', agreedMinutes: given.minutes ?? usualMinutes };
		case 'question-shown':
			return questionShown(state, questions, given.questionId);
		case 'note':
			return {
				kind: 'note',
				text: text(),
				tag: given.tag ?? null,
				question: state.question?.text ?? null
			};
		case 'note-tagged':
			return { kind: 'note-tagged', noteId: noteId(), tag: given.tag ?? null };
		case 'note-changed':
			return { kind: 'note-changed', noteId: noteId(), text: text() };
		case 'note-removed':
			return { kind: 'note-removed', noteId: noteId() };
		case 'extended': {
			if (given.minutes === 5 || given.minutes === 10) {
				return { kind: 'extended', minutes: given.minutes };
			}
			throw refuseInvalid('talks.incomplete', 'Add 5 or 10 minutes.', 'minutes');
		}
		default:
			return { kind: given.kind };
	}
}

/** The change of text that comes with a tag, if the field of the tagged note was edited. */
function wordsWith({ kind, noteId, text }: Input, { notes }: TalkState): Happening[] {
	const marked = kind === 'note-tagged' ? notes.find(({ id }) => id === noteId) : undefined;
	if (!marked || text === undefined || text === marked.text) return [];
	return [{ kind: 'note-changed', noteId: marked.id, text }];
}

async function questionsFor({ scope }: Context, given: Input): Promise<BriefQuestion[]> {
	const shows = given.kind === 'started' || given.kind === 'question-shown';
	return shows ? ((await briefForTalk(scope, given.interviewId))?.questions ?? []) : [];
}

/**
 * Adds one event to a talk at the present instant: for pages without script, and for programs that make
 * no ids of their own (method.md 6). A start also shows the first question.
 * @param kind kind of the event. Further fields: `minutes` for a start (agreed length, 15 if left out)
 * and an extension (5 or 10); `text` and `tag` for a note; `noteId` for a change of one (`text` beside a
 * tag changes its text too); `questionId` to choose a question (the next one if left out)
 * @returns the id of a new note, and the times at which the talk began and ended
 * @refuses `interview.missing`, `talks.closed`, `talks.full`, `talks.incomplete`, `talks.no-question`,
 * `talks.rests-on-it`, and those of `mayHappen`
 */
export const addToTalk = operation({
	name: 'talks.add',
	http: { verb: 'POST', path: '/interviews/{interviewId}/talk/moments' },
	summary: 'Add one event to a conversation, at the present time',
	effect: 'write',
	input,
	output: z.object({
		interviewId: z.string(),
		noteId: z.string().nullable(),
		startedAt: z.string().nullable(),
		endedAt: z.string().nullable()
	}),
	example: {
		interviewId: exampleId,
		kind: 'note',
		text: 'You edit the writer first',
		tag: 'their-words'
	},
	run: async (context, given) => {
		const talk = await talkToChange(context, given.interviewId);
		const questions = await questionsFor(context, given);
		const happening = happeningOf(given, talk.state, questions);
		const words = wordsWith(given, talk.state);
		const refusal =
			given.kind === 'started' && talk.interview.closedAt
				? closedToTalks
				: mayHappen(talk.state, happening, context.now);
		if (refusal) throw refusal;
		// The clock of a phone may be ahead of the server's; the new event must come after its events.
		const isBehind = talk.events.some((event) => event.at > context.now);
		const at = isBehind ? afterAll(talk.events, context.now) : context.now;
		const [first] = given.kind === 'started' ? questions : [];
		const { state, added } = await happen(
			context,
			talk,
			[...words, happening, ...(first ? [questionShown(talk.state, [first])] : [])].map((each) => ({
				...each,
				at
			}))
		);
		const note = added.find((event) => event.kind === 'note');
		const { startedAt, endedAt } = state;
		return { interviewId: talk.interview.id, noteId: note?.id ?? null, startedAt, endedAt };
	}
});
