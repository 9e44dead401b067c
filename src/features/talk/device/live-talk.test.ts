import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NoteEditor } from '../note-editor.svelte.ts';
import { sameEvent, type TalkEvent } from '../rules/events.ts';
import { after, event, note } from '#tests/support/talk-log.ts';
import { LiveTalk } from './live-talk.svelte.ts';

/** A server whose connection can be interrupted. */
const server = new Map<string, TalkEvent>();
let answer: 'fine' | 'gone' | 'signed-out' | 'broken' | 'refused' = 'fine';
const asked: { owner: string; events: TalkEvent[] }[] = [];

async function fetched(address: string, init: RequestInit = {}): Promise<Response> {
	if (answer === 'gone') throw new TypeError('Failed to fetch');
	if (answer === 'signed-out') return Response.json({}, { status: 401 });
	if (answer === 'broken') return new Response('', { status: 502 });
	if (answer === 'refused') return Response.json({ sentence: 'No.' }, { status: 404 });
	if (init.method !== 'POST') return Response.json({ events: [...server.values()] });
	const sent = JSON.parse(String(init.body)) as (typeof asked)[number];
	asked.push(sent);
	const receipts = sent.events.map((each) => {
		const known = server.get(each.id) ?? each;
		server.set(each.id, known);
		return { id: each.id, accepted: sameEvent(known, each) };
	});
	return Response.json({ receipts });
}

beforeEach(() => {
	server.clear();
	asked.length = 0;
	answer = 'fine';
	vi.useFakeTimers({ now: Date.parse(after(3)) });
	vi.stubGlobal('fetch', fetched);
	vi.stubGlobal('navigator', { onLine: true });
	vi.stubGlobal('document', { visibilityState: 'visible' });
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const started = () => event({ kind: 'started', agreedMinutes: 15 });
const settle = () => vi.advanceTimersByTimeAsync(0);

async function opened(...events: TalkEvent[]): Promise<LiveTalk> {
	const live = new LiveTalk('mara', 'interview', events, after(3));
	await live.open();
	await settle();
	return live;
}

test('an event is shown at once, then sent, under its owner', async () => {
	const live = await opened(started());
	expect(live.saved.words).toBe('Notes are saved automatically');
	const id = live.addNote('You edit the writer first');
	expect(live.state.notes[0]).toMatchObject({ text: 'You edit the writer first' });
	expect(live.state.notes[0]?.offsetMs).toBe(180_000);
	await id;
	await settle();
	expect(live.saved.words).toBe('Your note is saved');
	expect(asked[0]).toMatchObject({ owner: 'mara', events: [{ kind: 'note', sequence: 1 }] });
	live.close();
});

test.each([
	['gone', 'Offline, 1 note only on this page'],
	['broken', 'Offline, 1 note only on this page'],
	['signed-out', 'Signed out, 1 note only on this page'],
	['refused', 'Not saved, 1 note only on this page']
] as const)('a line that is %s is said, and tried again', async (line, words) => {
	const live = await opened(started());
	answer = line;
	await live.addNote('words');
	await settle();
	expect(live.saved.words).toBe(words);
	answer = 'fine';
	await vi.advanceTimersByTimeAsync(1000);
	expect(live.saved.words).toBe('Your note is saved');
	live.close();
});

test('returning fetches the notes of another device and updates the clock', async () => {
	const live = await opened(started());
	server.set('x', note('from the laptop', 2));
	vi.setSystemTime(Date.parse(after(14)));
	await live.returned();
	expect(live.state.notes.map(({ text }) => text)).toEqual(['from the laptop']);
	expect(live.clock.phase).toBe('two-minutes');
	live.close();
});

test('the clock is updated every second until it is closed', async () => {
	const live = await opened(started());
	await vi.advanceTimersByTimeAsync(2000);
	expect(live.now).toBe(after(3 + 2 / 60));
	live.close();
	await vi.advanceTimersByTimeAsync(2000);
	expect(live.now).toBe(after(3 + 2 / 60));
});

test('a note is selected, tagged, changed and deselected; the typed text is restored', async () => {
	const kept = note('three days of calls', 1);
	const live = await opened(started(), kept);
	const hand = new NoteEditor(live, undefined);
	hand.type('half a no');
	hand.choose(kept.id);
	expect([hand.words, hand.chosen?.id]).toEqual(['three days of calls', kept.id]);
	hand.mark('against');
	expect(hand.chosen?.tag).toBe('against');
	hand.mark('against');
	expect(hand.chosen?.tag).toBeNull();
	hand.type('three days of calls per page');
	hand.keep();
	expect(live.state.notes[0]).toMatchObject({
		text: 'three days of calls per page',
		earlier: ['three days of calls']
	});
	expect([hand.words, hand.chosen]).toEqual(['half a no', undefined]);
	hand.choose(kept.id);
	hand.choose(kept.id);
	expect(hand.words).toBe('half a no');
	live.close();
});

test('a note is removed and restored; an empty one is not saved; a tag applies to the last', async () => {
	const kept = note('words', 1);
	const live = await opened(started(), kept);
	const hand = new NoteEditor(live, kept.id);
	expect(hand.words).toBe('words');
	const gone = hand.remove();
	expect(live.state.notes).toEqual([]);
	vi.setSystemTime(Date.parse(after(4)));
	hand.bringBack(gone!);
	expect(live.state.notes).toHaveLength(1);
	expect(hand.remove()).toBeUndefined();
	hand.type('   ');
	hand.keep();
	expect(live.state.notes).toHaveLength(1);
	hand.mark('a-name');
	expect(live.state.notes[0]?.tag).toBe('a-name');
	live.close();
});

test('a restored draft does not replace typed text', async () => {
	const live = await opened(started());
	const hand = new NoteEditor(live, undefined);
	hand.restore('half a no');
	expect(hand.words).toBe('half a no');
	hand.restore('older words');
	expect(hand.words).toBe('half a no');
	// The older text is not lost.
	expect(live.state.notes.map(({ text }) => text)).toEqual(['older words']);
	hand.restore('half a');
	expect(live.state.notes).toHaveLength(1);
	live.close();
});

test('what is typed while the page opens is a draft, unless its form sent it meanwhile', async () => {
	for (const [events, draft] of [
		[[started()], 'half a no'],
		[[started(), note('half a no', 1), note('from the laptop', 2)], '']
	] as const) {
		const live = new LiveTalk('mara', 'interview', events, after(3));
		const opening = live.open();
		for (let step = 0; step < 50 && !live.ready; step += 1) {
			live.type('half a no');
			await Promise.resolve();
		}
		expect([live.ready, await opening]).toEqual([true, draft]);
		live.close();
	}
});

test('text typed before the log was open is stored once it is', async () => {
	const live = new LiveTalk('mara', 'interview', [started()], after(3));
	const hand = new NoteEditor(live, undefined);
	hand.type('half a no');
	const draft = await live.open();
	const typed = vi.spyOn(live, 'type');
	hand.restore(draft);
	expect(typed.mock.calls).toEqual([['half a no']]);
	live.close();
});

test('a refused event is not applied, but its text is shown', async () => {
	const live = await opened(started());
	const foul = { ...note('foul', 2) };
	server.set(foul.id, { ...foul, text: 'another' });
	vi.stubGlobal('fetch', async (_: string, init: RequestInit = {}) => {
		const { events } = JSON.parse(String(init.body)) as { events: TalkEvent[] };
		return Response.json({
			receipts: events.map(({ id }) => ({ id, accepted: false, sentence: 'It rests on it.' }))
		});
	});
	await live.happen({ kind: 'goodbye' });
	await live.addNote('kept words');
	await settle();
	expect(live.state.endedAt).toBeNull();
	expect(live.state.notes.map(({ text }) => text)).toEqual(['kept words']);
	expect(live.saved.words).toBe('1 note not accepted, still only on this page');
	expect(live.refusedNotes).toMatchObject([{ text: 'kept words', sentence: 'It rests on it.' }]);
	live.close();
});

test('at the goodbye all typed text is saved', async () => {
	const made = note('three days of calls');
	const live = await opened(started(), made);
	const hand = new NoteEditor(live, undefined);
	hand.type('new words');
	hand.choose(made.id);
	hand.type('three days of calls per page');
	hand.keepAll();
	expect(live.state.notes.map(({ text }) => text)).toEqual([
		'three days of calls per page',
		'new words'
	]);
	hand.choose(made.id);
	hand.type('');
	hand.keepAll();
	expect([hand.chosen, hand.words, live.state.notes.length]).toEqual([undefined, '', 2]);
	await settle();
	live.close();
});

test('text in the field is saved with the pressed tag, and the last note is unchanged', async () => {
	const kept = note('three days of calls', 1);
	const live = await opened(started(), kept);
	const hand = new NoteEditor(live, undefined);
	hand.type(' you edit the writer first ');
	expect(hand.hasNew).toBe(true);
	hand.mark('their-words');
	expect(live.state.notes).toMatchObject([
		{ text: 'three days of calls', tag: null },
		{ text: 'you edit the writer first', tag: 'their-words' }
	]);
	expect([hand.words, hand.hasNew]).toEqual(['', false]);
	hand.mark('for');
	expect(live.state.notes.map(({ tag }) => tag)).toEqual([null, 'for']);
	hand.choose(kept.id);
	expect(hand.hasNew).toBe(false);
	hand.mark('against');
	expect(live.state.notes.map(({ tag }) => tag)).toEqual(['against', 'for']);
	await settle();
	live.close();
});

test('a device whose clock is behind takes back a goodbye, says its own, and begins anew', async () => {
	const live = await opened(started(), event({ kind: 'goodbye' }, 12, 'laptop'));
	expect(live.state.endedAt).toBe(after(12));
	void live.happen({ kind: 'resumed' });
	expect(live.state.endedAt).toBeNull();
	void live.happen({ kind: 'goodbye' });
	expect(live.state.endedAt).not.toBeNull();
	void live.happen({ kind: 'taken-back' });
	void live.happen({ kind: 'started', agreedMinutes: 20 });
	expect(live.state).toMatchObject({ endedAt: null, agreedMinutes: 20 });
	await settle();
	live.close();
});

test('a page is left at a sign-out in another tab, unless it has unsaved notes in memory', async () => {
	const replace = vi.fn();
	vi.stubGlobal('location', { replace });
	vi.stubGlobal('sessionStorage', { clear: () => undefined });
	const live = await opened(started());
	answer = 'signed-out';
	await live.addNote('only in memory');
	await settle();
	live.signedOut();
	expect(replace).not.toHaveBeenCalled();
	answer = 'fine';
	await vi.advanceTimersByTimeAsync(1000);
	live.signedOut();
	expect(replace).toHaveBeenCalledWith('/signin');
});

test('leaving waits for the goodbye to be sent, for a limited time', async () => {
	const live = await opened(started());
	answer = 'gone';
	await live.happen({ kind: 'goodbye' });
	await settle();
	expect(live.allSent).toBe(false);
	let left = false;
	const leaving = live.sendAll().then(() => (left = true));
	await vi.advanceTimersByTimeAsync(1000);
	expect(left).toBe(false);
	await vi.advanceTimersByTimeAsync(3000);
	await leaving;
	expect(left).toBe(true);
	live.close();
});
