import type { Instant } from '#kernel/clock.ts';
import { missing, refuse, type Refusal, refuseConflict } from '#kernel/refusal.ts';
import { isUnderAMinute } from './after-text.ts';
import { moreToTake } from './clock.ts';
import { MOST_EXTENSIONS } from './timing.ts';
import type { Happening } from './events.ts';
import type { TalkState } from './talk-state.ts';

const heldAlready = refuseConflict(
	'talks.held-already',
	'This conversation is already recorded. Nothing was changed. You can reflect on it now.'
);
const begun = refuseConflict(
	'talks.begun',
	'This conversation has already started. Nothing was changed. You can continue it.'
);
const notBegun = refuseConflict(
	'talks.not-begun',
	'This conversation has not started. Nothing was changed. Start it, or record a past conversation.'
);
const hasNotes = refuseConflict(
	'talks.has-notes',
	'This conversation has notes, so its start cannot be undone. Nothing was changed. End it when you are done.'
);
const ended = refuseConflict(
	'talks.ended',
	'This conversation has already ended. Nothing was changed.'
);
const notEnded = refuseConflict(
	'talks.not-ended',
	'This conversation has not ended yet. Nothing was changed.'
);

function mayExtend(state: TalkState, now: Instant): Refusal | undefined {
	if (moreToTake(state, now).length > 0) return undefined;
	const twice = state.extensions.length >= MOST_EXTENSIONS;
	return refuse(
		'too-many',
		'talks.no-more',
		twice
			? 'You have added time twice. Nothing was changed. Please end the conversation now.'
			: 'You can add time only near the end, if they offer it. Nothing was changed.'
	);
}

/**
 * Checks whether an event is possible in a talk now. Used for single events sent to the server directly;
 * events from the log of a device are accepted without it.
 * @returns the refusal `talks.begun`, `talks.held-already`, `talks.not-begun`, `talks.ended`,
 * `talks.not-ended`, `talks.has-notes`, `talks.no-more` or `note.missing`; undefined if possible
 */
export function mayHappen(
	state: TalkState,
	happening: Happening,
	now: Instant
): Refusal | undefined {
	const { startedAt, endedAt, notes, removed } = state;
	const { kind } = happening;
	if (kind === 'held') return endedAt ? heldAlready : undefined;
	if (kind === 'started') return startedAt ? begun : undefined;
	if (!startedAt) return notBegun;
	switch (kind) {
		case 'taken-back':
			return notes.length > 0 || (endedAt && !isUnderAMinute(state)) ? hasNotes : undefined;
		case 'extended':
			return mayExtend(state, now);
		case 'goodbye':
			return endedAt ? ended : undefined;
		case 'resumed':
			return endedAt ? undefined : notEnded;
		case 'note-tagged':
		case 'note-removed':
			return notes.some(({ id }) => id === happening.noteId) ? undefined : missing('note');
		case 'note-changed':
			return [...notes, ...removed].some(({ id }) => id === happening.noteId)
				? undefined
				: missing('note');
		default:
			return undefined;
	}
}
