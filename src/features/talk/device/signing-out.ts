import { signInPageAddress, signOutAddress, talkEventsAddress } from '#kernel/addresses.ts';
import { IndexedLog, openTalks, type TalksDatabase } from './indexed-log.ts';
import { postEvents } from './post.ts';
import { Sender, type Line } from './sender.ts';
import { isDraft, isUnsaved, unsavedOf, type Unsaved } from './unsaved.ts';

/** Milliseconds that somebody who signs out waits for what is uploaded, and for the answer [D]. */
const MOST_WAIT = 5000;

async function withTalks<T>(work: (database: TalksDatabase) => Promise<T>): Promise<T | undefined> {
	let database: TalksDatabase;
	try {
		database = await openTalks();
	} catch {
		// A browser that keeps nothing has nothing to lose and nothing to wipe.
		return undefined;
	}
	try {
		return await work(database);
	} finally {
		database.close();
	}
}

/** Everything under an account, in either store. */
const ownedBy = (owner: string): IDBKeyRange => IDBKeyRange.bound([owner], [owner, []]);

async function unsavedIn(database: TalksDatabase, owner: string): Promise<Unsaved[]> {
	return unsavedOf(
		await database.getAll('events', ownedBy(owner)),
		await database.getAll('drafts', ownedBy(owner)),
		owner
	);
}

/** What only this device has of an account; another account's is not looked at. */
export async function unsavedHere(owner: string): Promise<Unsaved[]> {
	return (await withTalks((database) => unsavedIn(database, owner))) ?? [];
}

/** Sends what waits of each talk once. @returns how the line was at last */
async function sendOnce(
	database: TalksDatabase,
	owner: string,
	unsaved: readonly Unsaved[],
	over: AbortSignal
): Promise<Line> {
	for (const { interviewId } of unsaved) {
		let line = 'open' as Line;
		const sender = new Sender(new IndexedLog(database, owner, interviewId), {
			send: (events) => postEvents(talkEventsAddress(interviewId), owner, events),
			// Whoever signs out tries again by hand.
			later: () => () => undefined,
			tried: (now) => (line = now)
		});
		over.addEventListener('abort', () => sender.stop());
		await sender.nudge();
		if (over.aborted || line === 'unreachable' || line === 'signed-out') return line;
	}
	return 'open';
}

/**
 * Uploads what waits of an account, for a few seconds at most.
 * @returns what is still only here, and how the line was
 */
export async function uploadAll(owner: string): Promise<{ unsaved: Unsaved[]; line: Line }> {
	const over = AbortSignal.timeout(MOST_WAIT);
	const inTime = new Promise<Line>((resolve) =>
		over.addEventListener('abort', () => resolve('unreachable'))
	);
	const done = await withTalks(async (database) => {
		const before = await unsavedIn(database, owner);
		const line = await Promise.race([sendOnce(database, owner, before, over), inTime]);
		return { unsaved: await unsavedIn(database, owner), line };
	});
	return done ?? { unsaved: [], line: 'open' };
}

/**
 * Wipes what the browser keeps of Imago, and ends what other tabs may write. What another account
 * has not uploaded yet stays for its next sign-in; what the server has of it goes, too.
 * @param agreed what may be lost; where something else is unsaved by now, nothing is wiped. Left
 * out where everything may be
 * @returns whether it was wiped, and whether something of another account stays
 */
export async function wipe(
	owner: string,
	agreed?: readonly Unsaved[]
): Promise<{ wiped: boolean; othersStay: boolean }> {
	const done = (await withTalks((database) => wipeIn(database, owner, agreed))) ?? {
		wiped: true,
		othersStay: false
	};
	if (done.wiped) {
		sessionStorage.clear();
		localStorage.clear();
	}
	return done;
}

/**
 * Takes what the server has of anybody's talks out of the browser: for when nobody is signed in any
 * more, however the session ended. What is only here stays for its owner's next sign-in; and a talk
 * that is open in another tab may go on writing, since nobody signed out on purpose.
 */
export async function forgetUploaded(): Promise<void> {
	await withTalks(async (database) => {
		const { store, done } = database.transaction('events', 'readwrite', { durability: 'strict' });
		const uploaded = (await store.getAll()).filter((row) => !isUnsaved(row));
		await Promise.all([...uploaded.map(({ owner, id }) => store.delete([owner, id])), done]);
	});
}

async function wipeIn(database: TalksDatabase, owner: string, agreed?: readonly Unsaved[]) {
	const write = database.transaction(['sessions', 'events', 'drafts'], 'readwrite', {
		durability: 'strict'
	});
	const [sessions, events, drafts] = [
		write.objectStore('sessions'),
		write.objectStore('events'),
		write.objectStore('drafts')
	];
	const [rows, texts] = [await events.getAll(), await drafts.getAll()];
	const unsaved = unsavedOf(rows, texts, owner);
	// Looked at here once more, since another tab may have written a moment ago.
	if (agreed && JSON.stringify(unsaved) !== JSON.stringify(agreed)) {
		return { wiped: false, othersStay: false };
	}
	const otherEvents = rows.filter((row) => row.owner !== owner && isUnsaved(row));
	const otherDrafts = texts.filter((row) => row.owner !== owner && isDraft(row));
	const others = new Set([...otherEvents, ...otherDrafts].map((row) => row.owner));
	const otherSessions = (await sessions.getAll()).filter((row) => others.has(row.owner));
	await Promise.all([
		sessions.clear(),
		events.clear(),
		drafts.clear(),
		...otherSessions.map((row) => sessions.put(row)),
		...otherEvents.map((row) => events.put(row)),
		...otherDrafts.map((row) => drafts.put(row)),
		write.done
	]);
	return { wiped: true, othersStay: others.size > 0 };
}

/**
 * Ends the session.
 * @param keepsStorage whether the browser is to leave alone what is stored here
 * @returns whether the server said that it has ended
 */
export async function endSession(keepsStorage: boolean): Promise<boolean> {
	try {
		const response = await fetch(signOutAddress(), {
			method: 'POST',
			body: new URLSearchParams({ storage: keepsStorage ? 'keep' : 'clear' }),
			redirect: 'manual',
			signal: AbortSignal.timeout(MOST_WAIT)
		});
		return response.type === 'opaqueredirect';
	} catch {
		// No network: the session lasts, and whoever signs out is told.
		return false;
	}
}

/**
 * Sends the form that ends the account.
 * @returns whether it has ended; any other answer is for the form itself to show
 */
export async function endAccount(form: HTMLFormElement): Promise<boolean> {
	const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
	try {
		const response = await fetch(form.action, {
			method: 'POST',
			body: new URLSearchParams(fields),
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' }
		});
		const { type, location } = (await response.json()) as { type?: string; location?: string };
		return type === 'redirect' && location === signInPageAddress({ ended: true });
	} catch {
		// No network, or a page that asks for something else first.
		return false;
	}
}
