import { figured, listed } from '#kernel/number-text.ts';
import type { TalkEvent } from '../rules/events.ts';
import type { DraftRow, Row } from './indexed-log.ts';
import type { Line } from './sender.ts';

/** Data of one talk that the server does not have. */
export interface Unsaved {
	interviewId: string;
	/** pending and refused events */
	events: TalkEvent[];
	/** the unfinished note */
	draft: string;
}

/** Whether only this device has the content of a row. */
export function isUnsaved({ waiting, refused }: Row): boolean {
	return waiting !== undefined || refused !== undefined;
}

export function isDraft({ text }: DraftRow): boolean {
	return text.trim() !== '';
}

const isNote = ({ kind }: TalkEvent): boolean => kind.startsWith('note');

/** Unsaved data of an account, grouped by talk. Refused events without text are no loss and not included. */
export function unsavedOf(
	rows: readonly Row[],
	drafts: readonly DraftRow[],
	owner: string
): Unsaved[] {
	const talks = new Map<string, Unsaved>();
	const talkOf = (interviewId: string): Unsaved => {
		const known = talks.get(interviewId) ?? { interviewId, events: [], draft: '' };
		talks.set(interviewId, known);
		return known;
	};
	const mine = rows
		.filter((row) => row.owner === owner && isUnsaved(row))
		.filter(({ event, refused }) => refused === undefined || isNote(event))
		.toSorted((one, other) => one.place - other.place);
	for (const { interviewId, event } of mine) talkOf(interviewId).events.push(event);
	for (const draft of drafts.filter((each) => each.owner === owner && isDraft(each))) {
		talkOf(draft.interviewId).draft = draft.text;
	}
	return [...talks.values()];
}

/** Number of unsaved notes (each counted once), drafts and other events. */
function countsOf(unsaved: readonly Unsaved[]) {
	const events = unsaved.flatMap((talk) => talk.events);
	const notes = events.filter(isNote).map((event) => ('noteId' in event ? event.noteId : event.id));
	return {
		notes: new Set(notes).size,
		drafts: unsaved.filter(({ draft }) => draft !== '').length,
		others: events.length - events.filter(isNote).length
	};
}

/** Sentence with the number of unsaved items: "4 notes of your conversation are only on this device." */
export function unsavedCountText(unsaved: readonly Unsaved[]): string {
	const { notes, drafts, others } = countsOf(unsaved);
	const words = [
		...(notes > 0 ? [figured(notes, 'note')] : []),
		...(drafts > 0 ? [figured(drafts, 'unfinished note')] : [])
	];
	// Other events, such as a start, are mentioned only if no text is unsaved.
	const parts = words.length > 0 ? words : [figured(others, 'entry', 'entries')];
	const count = notes + drafts || others;
	const talks = unsaved.length === 1 ? 'your conversation' : `${unsaved.length} conversations`;
	const verb = count === 1 ? 'is' : 'are';
	return `${listed(parts)} of ${talks} ${verb} only on this device.`;
}

/** Sentence that says why they could not be uploaded, and what can be done. */
export function reasonText(line: Line, unsaved: readonly Unsaved[]): string {
	if (line === 'unreachable') {
		return 'Imago cannot be reached. Cancel to keep them here, then sign out again when you are online.';
	}
	if (line === 'signed-out') {
		return 'Your session has ended. Cancel to keep them here, then sign in again to upload them.';
	}
	return unsaved.every(({ events }) => events.length === 0)
		? 'To save an unfinished note, cancel and open the conversation.'
		: 'The server did not accept them. Download them before you sign out.';
}

function linesOf({ interviewId, events, draft }: Unsaved, origin: string): string[] {
	const said = events.flatMap((event) => {
		if (event.kind === 'note') {
			const question = event.question ? [`  (question: ${event.question})`] : [];
			return [`${event.at}  ${event.text}`, ...question];
		}
		if (event.kind === 'note-changed') return [`${event.at}  (edited) ${event.text}`];
		return [];
	});
	return [
		`Conversation: ${origin}/interviews/${interviewId}`,
		...said,
		...(draft ? [`Unfinished note: ${draft}`] : []),
		''
	];
}

/** Content of a text file with the unsaved texts and the addresses of their talks. */
export function unsavedFile(unsaved: readonly Unsaved[], origin: string): string {
	return [
		'Notes that are not saved in Imago',
		'',
		...unsaved.flatMap((talk) => linesOf(talk, origin))
	].join('\n');
}
