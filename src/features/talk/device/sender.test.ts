import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { sameEvent, type TalkEvent } from '../rules/events.ts';
import { anyLog, event, note } from '#tests/support/talk-log.ts';
import { reduceTalk } from '../rules/talk-state.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { FallbackLog } from './fallback-log.ts';
import { SignedOut, type StoredLog, type Receipt } from './stored-log.ts';
import { MemoryLog } from './memory-log.ts';
import { BATCH, Sender, type Line, type Sent } from './sender.ts';

/** A server that stores each event once, as `talks.record` does. */
class Server {
	readonly log = new Map<string, TalkEvent>();

	take(events: readonly TalkEvent[]): Receipt[] {
		return events.map((event) => {
			const known = this.log.get(event.id) ?? event;
			this.log.set(event.id, known);
			return { id: event.id, accepted: sameEvent(known, event) };
		});
	}
}

/** Fate of one request in the simulated network. */
type Weather = 'fine' | 'lost' | 'answer-lost' | 'twice' | 'late';

/** A device with its log and sender; its timers are controlled by the test. */
class Device {
	readonly log = new MemoryLog();
	readonly lines: Line[] = [];
	weather: Weather = 'fine';
	alarm: (() => void) | undefined;
	readonly sender: Sender;
	/** requests that the network delivers much later, as duplicates */
	readonly #late: (readonly TalkEvent[])[] = [];
	readonly #server: Server;

	constructor(server: Server) {
		this.#server = server;
		this.sender = new Sender(this.log, {
			send: async (events) => this.#send(events),
			later: (_, work) => {
				this.alarm = work;
				return () => (this.alarm = undefined);
			},
			tried: (line) => this.lines.push(line)
		});
	}

	arriveLate(): void {
		for (const events of this.#late.splice(0)) this.#server.take(events.toReversed());
	}

	#send(events: readonly TalkEvent[]): Sent {
		if (this.weather === 'lost') return { kind: 'unreachable' };
		if (this.weather === 'late') {
			this.#late.push(events);
			return { kind: 'unreachable' };
		}
		const receipts = this.#server.take(events);
		if (this.weather === 'twice') this.#server.take(events);
		return this.weather === 'answer-lost'
			? { kind: 'unreachable' }
			: { kind: 'received', receipts };
	}
}

const weather = fc.constantFrom<Weather[]>('fine', 'lost', 'answer-lost', 'twice', 'late');

test('three devices, offline, drops, repeats, any order: all converge, no character is lost', async () => {
	await fc.assert(
		fc.asyncProperty(anyLog, fc.infiniteStream(weather), async (log, sky) => {
			const server = new Server();
			const names = ['phone', 'laptop', 'tablet'];
			const devices = new Map(names.map((name) => [name, new Device(server)]));
			for (const event of log) {
				const device = devices.get(event.device)!;
				device.weather = sky.next().value as Weather;
				await device.log.append(event);
				await device.sender.nudge();
			}
			for (const device of devices.values()) {
				device.arriveLate();
				device.weather = 'fine';
				await device.sender.nudge();
				expect(await device.log.waiting(1)).toEqual([]);
			}
			const everywhere = [...server.log.values()];
			for (const device of devices.values()) {
				await device.log.takeIn(everywhere);
				const own = (await device.log.all()).map(({ event }) => event);
				expect(reduceTalk(own)).toEqual(reduceTalk(log));
			}
		}),
		{ numRuns: 1000 }
	);
}, 30_000);

test('many offline events are sent in batches, in order', async () => {
	const server = new Server();
	const device = new Device(server);
	const notes = Array.from({ length: BATCH * 2 + 7 }, (_, index) => note(`note ${index}`));
	for (const each of notes) await device.log.append(each);
	await device.sender.nudge();
	expect([...server.log.keys()]).toEqual(notes.map(({ id }) => id));
	expect(device.lines).toEqual(['open', 'open', 'open']);
});

test('it retries with increasing back-off, and at once when the network is back', async () => {
	const pauses: number[] = [];
	let alarm: (() => void) | undefined;
	const log = new MemoryLog();
	await log.append(note('wait'));
	let sent: Sent = { kind: 'unreachable' };
	const sender = new Sender(log, {
		send: async () => sent,
		later: (ms, work) => {
			pauses.push(ms);
			alarm = work;
			return () => (alarm = undefined);
		},
		tried: () => undefined
	});
	for (let tries = 0; tries < 8; tries += 1) await sender.nudge();
	expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
	expect(alarm).toBeDefined();
	const [waiting] = await log.waiting(1);
	sent = { kind: 'received', receipts: [{ id: waiting?.id ?? '', accepted: true }] };
	await sender.nudge();
	expect(await log.waiting(1)).toEqual([]);
	expect(alarm).toBeUndefined();
	sender.stop();
});

test('refused events stay on the device, and the others are sent', async () => {
	const log = new MemoryLog();
	const [fine, foul] = [note('fine'), note('foul')];
	await log.append(foul);
	await log.append(fine);
	const sender = new Sender(log, {
		send: async (events) => ({
			kind: 'received',
			receipts: events.map(({ id }) => ({ id, accepted: id === fine.id, sentence: 'No.' }))
		}),
		later: () => () => undefined,
		tried: () => undefined
	});
	await sender.nudge();
	expect(await log.all()).toEqual([
		{ event: foul, waiting: false, refused: 'No.' },
		{ event: fine, waiting: false, refused: undefined }
	]);
});

test('a full talk takes the goodbye behind a batch of refused notes, and is not asked again', async () => {
	const log = new MemoryLog();
	const notes = Array.from({ length: BATCH + 5 }, (_, index) => note(`note ${index}`));
	const goodbye = event({ kind: 'goodbye' }, 12);
	for (const each of [...notes, goodbye]) await log.append(each);
	let asked = 0;
	let alarm: (() => void) | undefined;
	const sender = new Sender(log, {
		send: async (events) => {
			asked += 1;
			const receipts = events.map(({ id, kind }) => ({
				id,
				accepted: kind === 'goodbye',
				sentence: 'Full.'
			}));
			return { kind: 'received', receipts };
		},
		later: (_, work) => {
			alarm = work;
			return () => undefined;
		},
		tried: () => undefined
	});
	await sender.nudge();
	await sender.nudge();
	expect([asked, alarm]).toEqual([2, undefined]);
	const all = await log.all();
	expect(all.at(-1)).toEqual({ event: goodbye, waiting: false, refused: undefined });
	expect(all.filter(({ refused }) => refused === 'Full.').map(({ event }) => event)).toEqual(notes);
});

test('an answer without receipts does not cause an endless loop', async () => {
	const log = new MemoryLog();
	await log.append(note('x'));
	let asked = 0;
	const sender = new Sender(log, {
		send: async () => {
			asked += 1;
			return { kind: 'received', receipts: [] };
		},
		later: () => () => undefined,
		tried: () => undefined
	});
	await sender.nudge();
	expect(asked).toBe(1);
});

test('a device that cannot note what arrived tries again later, and sends it once more', async () => {
	const server = new Server();
	const device = new Device(server);
	await device.log.append(note('x'));
	const settle = device.log.settle.bind(device.log);
	device.log.settle = () => Promise.reject(new Error('The disk is full.'));
	await device.sender.nudge();
	expect(device.lines).toEqual(['open']);
	expect(device.alarm).toBeDefined();
	device.log.settle = settle;
	await device.sender.nudge();
	expect(await device.log.waiting(BATCH)).toEqual([]);
	expect(server.log.size).toBe(1);
});

test('a full disk loses no note', async () => {
	const full = { append: () => Promise.reject(new Error('full')), waiting: async () => [] };
	const log = new FallbackLog({ ...new MemoryLog(), ...full } as unknown as StoredLog);
	const kept = note('kept');
	await log.append(kept);
	expect(log.memoryOnly).toBe(true);
	expect(await log.waiting(5)).toEqual([kept]);
});

test('writes after a sign-out are dropped and reported', async () => {
	const over = { append: () => Promise.reject(new SignedOut()), waiting: async () => [] };
	const signedOut = vi.fn();
	const disk = { ...new MemoryLog(), ...over } as unknown as StoredLog;
	const log = new FallbackLog(disk, signedOut);
	await log.append(note('too late'));
	expect(signedOut).toHaveBeenCalledOnce();
	expect([log.memoryOnly, await log.waiting(5)]).toEqual([false, []]);
});

test('of fast typing the newest text is kept, and every write is waited for', async () => {
	const writes: string[] = [];
	const drafts = new DraftKeeper({
		saveDraft: async (text) => {
			await Promise.resolve();
			writes.push(text);
		}
	});
	const first = drafts.note('Y');
	void drafts.note('Yo');
	await drafts.note('You');
	await first;
	expect(writes).toEqual(['Y', 'You']);
	void drafts.note('You edit');
	await drafts.settle();
	expect(writes.at(-1)).toBe('You edit');
});
