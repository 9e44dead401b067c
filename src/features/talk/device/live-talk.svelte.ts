import { talkEventsAddress } from '#kernel/addresses.ts';
import { clockAt } from '../rules/clock.ts';
import type { Happening, TalkEvent } from '../rules/events.ts';
import { reduceTalk } from '../rules/reduce.ts';
import type { Tag } from '../rules/tags.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { openLog, type ForgivingLog } from './forgiving-log.ts';
import {
	countsOf,
	freshId,
	instantNow,
	storedAlready,
	makeEvent,
	settled,
	shownEvents,
	textsNotIn,
	withEvents,
	wordsNotTaken,
	type StoredEvents
} from './stored-events.ts';
import { leavePage } from './other-tabs.ts';
import { fetchEvents, postEvents } from './post.ts';
import { savedText } from './saved-text.ts';
import { Sender, type Line } from './sender.ts';

/** Milliseconds that one waits for the last events before going on, and between looks [D]. */
const MOST_WAIT = 3000;
const LOOK_EVERY = 50;

/**
 * A talk as this page holds it: what the server knew when it was opened, and everything that
 * happened here since, shown at once, kept on the device, and brought to the server behind it.
 */
export class LiveTalk {
	/** script runs and the device's log is open; until then the forms speak to the server */
	ready = $state(false);
	now = $state('');
	online = $state(true);
	#kept = $state.raw<StoredEvents>(storedAlready([]));
	#line = $state<Line>('open');
	#forgetful = $state(false);

	/** all that the log comes to */
	readonly state = $derived(reduceTalk(shownEvents(this.#kept)));
	readonly clock = $derived(clockAt(this.state, this.now));
	/** where the notes are, in words */
	readonly saved = $derived(
		savedText({
			online: this.online,
			line: this.#line,
			notes: this.state.notes.length,
			forgetful: this.#forgetful,
			...countsOf(this.#kept)
		})
	);

	/** words that the server refused, with its reason */
	readonly notTaken = $derived(wordsNotTaken(this.#kept));

	readonly #owner: string;
	readonly #interviewId: string;
	readonly #address: string;
	/** one open page is one device: what counts on it never meets another tab's */
	#device = '';
	#sequence = 0;
	#log: ForgivingLog | undefined;
	#drafts: DraftKeeper | undefined;
	/** what was typed since the page was ready */
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
		this.#kept = storedAlready(events);
	}

	/** Opens the device's log and begins to send. @returns the note that was being typed */
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
		await this.#look();
		this.online = navigator.onLine;
		this.ready = true;
		this.#tick();
		void this.#sender.nudge();
		const draft = await log.draft();
		if (!sentElsewhere.has(draft.trim())) return draft;
		// The form sent it before script ran, while the page still kept it: it is a note already.
		if (this.#typed === undefined) this.type('');
		return '';
	}

	close(): void {
		this.#closed = true;
		clearTimeout(this.#timer);
		this.#sender?.stop();
		this.#log?.close();
	}

	/** The account has signed out in another tab: nothing more is written here, and the page goes. */
	signedOut(): void {
		// Notes that the disk did not take are on this page alone: it stays, and says so.
		if (this.#forgetful && !this.allSent) return;
		this.close();
		leavePage();
	}

	/** Lets something happen now: on the screen at once, then on the disk, then at the server. */
	async happen(happening: Happening, finishesDraft = false): Promise<string> {
		const known = shownEvents(this.#kept);
		const made = makeEvent(this.#device, (this.#sequence += 1), happening, known);
		this.#kept = withEvents(this.#kept, [made]);
		this.#tick();
		if (finishesDraft) await this.#drafts?.settle();
		await this.#log?.append(made.event, finishesDraft);
		this.#forgetful = this.#log?.forgetful ?? false;
		void this.#sender?.nudge();
		return made.event.id;
	}

	/** Does by script what a form or a link asks the server for as long as no log is open. */
	instead(event: Event, work: () => void): void {
		if (!this.ready) return;
		event.preventDefault();
		work();
	}

	keepNote(text: string, tag: Tag | null = null): Promise<string> {
		const question = this.state.question?.text ?? null;
		return this.happen({ kind: 'note', text: text.trim(), tag, question }, true);
	}

	/** Keeps what is being typed, keystroke by keystroke. */
	type(text: string): void {
		if (this.ready) this.#typed = text;
		void this.#drafts?.note(text);
	}

	/** The screen was unlocked, the network is back: the clock is right at once, and all is sent. */
	async returned(): Promise<void> {
		this.online = navigator.onLine;
		this.#tick();
		void this.#sender?.nudge();
		if (!this.#log || !this.online || document.visibilityState !== 'visible') return;
		const events = await fetchEvents(this.#address, this.#owner);
		if (!events || this.#closed) return;
		await this.#log.takeIn(events);
		await this.#look();
	}

	/** Whether the server has everything, the goodbye included. */
	get allSent(): boolean {
		return [...this.#kept.values()].every(({ waiting }) => !waiting);
	}

	/** Sends what waits and gives it a moment to arrive; what does not stays on the device. */
	async sendAll(): Promise<void> {
		void this.#sender?.nudge();
		for (let waited = 0; waited < MOST_WAIT && !this.allSent; waited += LOOK_EVERY) {
			await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
		}
	}

	async #look(): Promise<void> {
		const all = (await this.#log?.all()) ?? [];
		this.#forgetful = this.#log?.forgetful ?? false;
		this.#kept = withEvents(this.#kept, all);
	}

	/** Counts whole seconds of the talk, so that the face changes when it should. */
	#tick(): void {
		clearTimeout(this.#timer);
		if (this.#closed) return;
		this.now = instantNow();
		this.#timer = setTimeout(() => this.#tick(), 1000 - (this.clock.elapsedMs % 1000));
	}
}
