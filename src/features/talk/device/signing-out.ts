import { signInPageAddress, signOutAddress, talkEventsAddress } from '#kernel/page-addresses.ts';
import { IndexedLog, openTalks, type TalksDatabase } from './indexed-log.ts';
import { postEvents } from './post.ts';
import { Sender, type Line } from './sender.ts';
import { isDraft, isUnsaved, unsavedOf, type Unsaved } from './unsaved.ts';

/** Most milliseconds to wait at sign-out for the upload, and for the answer of the server [D]. */
const MOST_WAIT = 5000;

async function withTalks<T>(work: (database: TalksDatabase) => Promise<T>): Promise<T | undefined> {
	let database: TalksDatabase;
	try {
		database = await openTalks();
	} catch {
		// No storage: nothing to lose and nothing to clear.
		return undefined;
	}
	try {
		return await work(database);
	} finally {
		database.close();
	}
}

/** Range of all keys of an account, in either store. */
const ownedBy = (owner: string): IDBKeyRange => IDBKeyRange.bound([owner], [owner, []]);

async function unsavedIn(database: TalksDatabase, owner: string): Promise<Unsaved[]> {
	return unsavedOf(
		await database.getAll('events', ownedBy(owner)),
		await database.getAll('drafts', ownedBy(owner)),
		owner
	);
}

/** Events and drafts of an account that only this device has. */
export async function unsavedHere(owner: string): Promise<Unsaved[]> {
	return (await withTalks((database) => unsavedIn(database, owner))) ?? [];
}

/** Sends the pending events of each talk once. @returns the last state of the connection */
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
			// No automatic retry: the dialog offers one.
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
 * Uploads pending events of an account, for `MOST_WAIT` at most.
 * @returns what is still unsaved, and the state of the connection
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
 * Clears what the browser stores of Imago, and ends the session for other tabs. Unsent events of other
 * accounts stay for their next sign-in; their uploaded events are cleared too.
 * @param agreed unsaved items that may be lost; if others are unsaved by now, nothing is cleared. Left
 * out, all may be lost
 * @returns whether storage was cleared, and whether data of another account stays
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
 * Deletes uploaded events of all accounts from the browser, when nobody is signed in, however the session
 * ended. Unsent events stay for their owner's next sign-in; a talk open in another tab may continue to
 * write, since nobody signed out on purpose.
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
	// Read again within the transaction, since another tab may have written meanwhile.
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
 * @param keepsStorage whether the browser's storage is to be kept
 * @returns whether the server confirmed the end
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
		// No network: the session continues, and the dialog says so.
		return false;
	}
}

/**
 * Submits the form that ends the account.
 * @returns whether it has ended; otherwise the form is submitted normally to show the answer
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
		// No network, or another page is required first.
		return false;
	}
}
