import { isInstant } from '#kernel/clock.ts';
import { isId } from '#kernel/id.ts';
import { isInt32 } from '#kernel/int32.ts';
import { MOST_NOTE_CHARACTERS, type Kind, type TalkEvent } from './events.ts';
import { isTag } from './tags.ts';

/** Most minutes of a talk that is noted as held [D]. */
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

/** Validators of the fields of each kind; other fields are dropped. */
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
		// PostgreSQL stores 32-bit integers only.
		isInt32(value.sequence) &&
		value.sequence >= 0 &&
		isMoment(value.at)
	);
}

/**
 * Validates an event from outside: a device, the database, another program. Without a library, to keep
 * the script of the talk page small.
 * @returns the event with its known fields only; undefined if invalid
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
