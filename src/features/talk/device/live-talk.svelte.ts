import { talkEventsAddress } from '#kernel/page-addresses.ts';
import { clockAt } from '../rules/clock.ts';
import type { Happening, TalkEvent } from '../rules/events.ts';
import { reduceTalk } from '../rules/talk-state.ts';
import type { Tag } from '../rules/tags.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { openLog, type FallbackLog } from './fallback-log.ts';
import {
	countsOf,
	freshId,
	instantNow,
	fromServer,
	makeEvent,
	settled,
	shownEvents,
	textsNotIn,
	withEvents,
	refusedTexts,
	type StoredEvents
} from './stored-events.ts';
import { leavePage } from './other-tabs.ts';
import { fetchEvents, postEvents } from './post.ts';
import { savedText } from './saved-text.ts';
import { Sender, type Line } from './sender.ts';

/** Milliseconds to wait at most for the last events to be sent, and between polls [D]. */
const MOST_WAIT = 3000;
const POLL_MILLIS = 50;

/**
 * State of a talk on an open page: the events the server had when it was loaded, and those added since,
 * which are shown at once, stored on the device, and sent to the server in the background.
 */
export class LiveTalk {
	/** whether the device's log is open; until then forms submit to the server */
	ready = $state(false);
	now = $state('');
	online = $state(true);
	#kept = $state.raw<StoredEvents>(fromServer([]));
	#line = $state<Line>('open');
	#memoryOnly = $state(false);

	/** state of the talk, reduced from its events */
	readonly state = $derived(reduceTalk(shownEvents(this.#kept)));
	readonly clock = $derived(clockAt(this.state, this.now));
	/** whether the notes are saved, in words */
	readonly saved = $derived(
		savedText({
			online: this.online,
			line: this.#line,
			notes: this.state.notes.length,
			memoryOnly: this.#memoryOnly,
			...countsOf(this.#kept)
		})
	);

	/** notes that the server refused, with the reasons */
	readonly refusedNotes = $derived(refusedTexts(this.#kept));

	readonly #owner: string;
	readonly #interviewId: string;
	readonly #address: string;
	/** device id of this page, so that sequence numbers of tabs do not collide */
	#device = '';
	#sequence = 0;
	#log: FallbackLog | undefined;
	#drafts: DraftKeeper | undefined;
	/** text typed since the page was ready */
	#typed: string | undefined;
	#sender: Sender | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#closed = false;

	/** @param now the instant at which the server rendered the page */
	constructor(owner: string, interviewId: string, events: readonly TalkEvent[], now: string) {
		this.#owner = owner;
		this.#interviewId = interviewId;
		this.#address = talkEventsAddress(interviewId);
		this.now = now;
		this.#kept = fromServer(events);
	}

	/** Opens the device's log and starts sending. @returns the unfinished note */
	async open(): Promise<string> {
		const log = await openLog(this.#owner, this.#interviewId, () => this.signedOut());
		if (this.#closed) return '';
		this.#device = freshId();
		this.#log = log;
		this.#drafts = new DraftKeeper(log);
		this.#sender = new Sender(log, {
			send: (events) => postEvents(this.#address, this.#owner, events),
			later: (ms, work) => {
				const timer = setTimeout(work, ms);
				return () => clearTimeout(timer);
			},
			tried: (line, receipts) => {
				this.#line = line;
				this.#kept = settled(this.#kept, receipts);
			}
		});
		const sentElsewhere = textsNotIn(await log.all(), this.state.notes);
		await log.takeIn(shownEvents(this.#kept));
		await this.#refresh();
		this.online = navigator.onLine;
		this.ready = true;
		this.#tick();
		void this.#sender.nudge();
		const draft = await log.draft();
		if (!sentElsewhere.has(draft.trim())) return draft;
		// The draft was submitted by the form before script ran: it is a note already, so the draft is cleared.
		if (this.#typed === undefined) this.type('');
		return '';
	}

	close(): void {
		this.#closed = true;
		clearTimeout(this.#timer);
		this.#sender?.stop();
		this.#log?.close();
	}

	/** Handles a sign-out in another tab: stops writing and leaves the page. */
	signedOut(): void {
		// Unsent notes only in memory would be lost: the page stays open and shows that.
		if (this.#memoryOnly && !this.allSent) return;
		this.close();
		leavePage();
	}

	/** Adds an event now: shows it, stores it on the device, then sends it. */
	async happen(happening: Happening, finishesDraft = false): Promise<string> {
		const known = shownEvents(this.#kept);
		const made = makeEvent(this.#device, (this.#sequence += 1), happening, known);
		this.#kept = withEvents(this.#kept, [made]);
		this.#tick();
		if (finishesDraft) await this.#drafts?.settle();
		await this.#log?.append(made.event, finishesDraft);
		this.#memoryOnly = this.#log?.memoryOnly ?? false;
		void this.#sender?.nudge();
		return made.event.id;
	}

	/** Prevents the default of a form or link and does its work by script, once the log is open. */
	instead(event: Event, work: () => void): void {
		if (!this.ready) return;
		event.preventDefault();
		work();
	}

	addNote(text: string, tag: Tag | null = null): Promise<string> {
		const question = this.state.question?.text ?? null;
		return this.happen({ kind: 'note', text: text.trim(), tag, question }, true);
	}

	/** Stores the note being typed, at every keystroke. */
	type(text: string): void {
		if (this.ready) this.#typed = text;
		void this.#drafts?.note(text);
	}

	/** Handles the return to the page or network: updates the clock, fetches and sends events. */
	async returned(): Promise<void> {
		this.online = navigator.onLine;
		this.#tick();
		void this.#sender?.nudge();
		if (!this.#log || !this.online || document.visibilityState !== 'visible') return;
		const events = await fetchEvents(this.#address, this.#owner);
		if (!events || this.#closed) return;
		await this.#log.takeIn(events);
		await this.#refresh();
	}

	/** Whether the server has all events. */
	get allSent(): boolean {
		return [...this.#kept.values()].every(({ waiting }) => !waiting);
	}

	/** Sends pending events and waits `MOST_WAIT` at most; unsent ones stay on the device. */
	async sendAll(): Promise<void> {
		void this.#sender?.nudge();
		for (let waited = 0; waited < MOST_WAIT && !this.allSent; waited += POLL_MILLIS) {
			await new Promise((resolve) => setTimeout(resolve, POLL_MILLIS));
		}
	}

	async #refresh(): Promise<void> {
		const all = (await this.#log?.all()) ?? [];
		this.#memoryOnly = this.#log?.memoryOnly ?? false;
		this.#kept = withEvents(this.#kept, all);
	}

	/** Updates the clock at whole seconds of the talk. */
	#tick(): void {
		clearTimeout(this.#timer);
		if (this.#closed) return;
		this.now = instantNow();
		this.#timer = setTimeout(() => this.#tick(), 1000 - (this.clock.elapsedMs % 1000));
	}
}
