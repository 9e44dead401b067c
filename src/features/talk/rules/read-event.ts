import { isInstant } from '#kernel/clock.ts';
import { isId } from '#kernel/id.ts';
import { isInt32 } from '#kernel/int32.ts';
import { MOST_NOTE_CHARACTERS, type Kind, type TalkEvent } from './events.ts';
import { isTag } from './tags.ts';

/** Minutes that a talk which took place elsewhere may be said to have lasted [D]. */
export const LONGEST_TALK = 240;
const MOST_QUESTION_CHARACTERS = 1000;
const MOST_DEVICE_CHARACTERS = 80;

type Fields = Record<string, unknown>;

const isMoment = (value: unknown): boolean => typeof value === 'string' && isInstant(value);

const isText = (value: unknown, most: number): boolean =>
	typeof value === 'string' && value.trim() !== '' && value.length <= most;
const isMinutes = (value: unknown): boolean =>
	Number.isInteger(value) && Number(value) >= 1 && Number(value) <= LONGEST_TALK;
const isNoteId = (value: unknown): boolean => typeof value === 'string' && isId(value);
const isTagOrNone = (value: unknown): boolean => value === null || isTag(value);
const isQuestion = (value: unknown): boolean =>
	value === null || isText(value, MOST_QUESTION_CHARACTERS);

/** One line for each field of each kind, so that nothing else is ever taken along. */
const fieldsOf: Record<Kind, Record<string, (value: unknown) => boolean>> = {
	started: { agreedMinutes: isMinutes },
	'taken-back': {},
	'question-shown': {
		questionId: (value) => value === null || isText(value, MOST_DEVICE_CHARACTERS),
		text: (value) => isText(value, MOST_QUESTION_CHARACTERS)
	},
	note: {
		text: (value) => isText(value, MOST_NOTE_CHARACTERS),
		tag: isTagOrNone,
		question: isQuestion
	},
	'note-tagged': { noteId: isNoteId, tag: isTagOrNone },
	'note-changed': { noteId: isNoteId, text: (value) => isText(value, MOST_NOTE_CHARACTERS) },
	'note-removed': { noteId: isNoteId },
	extended: { minutes: (value) => value === 5 || value === 10 },
	goodbye: {},
	resumed: {},
	held: { startedAt: isMoment, minutes: isMinutes, agreedMinutes: isMinutes }
};

export const kinds = Object.keys(fieldsOf) as [Kind, ...Kind[]];

function isMade(value: Fields): boolean {
	return (
		isNoteId(value.id) &&
		isText(value.device, MOST_DEVICE_CHARACTERS) &&
		// One that is larger is kept by one engine only.
		isInt32(value.sequence) &&
		value.sequence >= 0 &&
		isMoment(value.at)
	);
}

/**
 * Reads an event that comes from outside: a phone, a database, another program. Checked by hand,
 * so that the talk's page needs no library for it.
 * @returns the event with its own fields and no others, or nothing for what is none
 */
export function readEvent(value: unknown): TalkEvent | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const given: Fields = { tag: null, question: null, questionId: null, ...value };
	const kind = given.kind;
	if (typeof kind !== 'string' || !Object.hasOwn(fieldsOf, kind) || !isMade(given)) {
		return undefined;
	}
	const fields = fieldsOf[kind as Kind];
	const taken: Fields = {};
	for (const name of ['id', 'device', 'sequence', 'at', 'kind']) taken[name] = given[name];
	for (const [name, fits] of Object.entries(fields)) {
		if (!fits(given[name])) return undefined;
		taken[name] = given[name];
	}
	return taken as unknown as TalkEvent;
}
