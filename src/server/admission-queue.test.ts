import { setImmediate, setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	Admission,
	type AdmissionBounds,
	type ClientKind,
	type AdmissionRefusal,
	type Slot
} from './admission-queue.ts';

const bounds: AdmissionBounds = {
	activePerClient: 2,
	activePerNetwork: 3,
	active: 4,
	waitingPerClient: 5,
	waiting: 8,
	maxWaitMillis: 1000,
	longRunningMillis: 250,
	recentMillis: 5000
};

/** @param now clock to use instead of the one that `wait` moves */
function open(limits = bounds, now?: () => number) {
	let millis = 0;
	const admission = new Admission(limits, now ?? (() => millis));
	const begun: string[] = [];
	const slots: Slot[] = [];
	const refused: [string, AdmissionRefusal['status']][] = [];
	const ask = (client: string, kind: ClientKind = 'workspace'): void => {
		const asked = {
			begin: (slot: Slot) => {
				begun.push(client);
				slots.push(slot);
			},
			refuse: ({ status }: AdmissionRefusal) => refused.push([client, status])
		};
		admission.enter(client, asked, kind);
	};
	/** Ends the running request of this client that was started first. */
	const answer = (client: string): void => {
		const at = slots.findIndex((slot) => slot.client === client);
		for (const slot of slots.splice(at, 1)) admission.leave(slot);
	};
	const wait = (passed: number): void => {
		millis += passed;
	};
	return { admission, begun, slots, refused, ask, answer, wait };
}

async function turns(count: number): Promise<void> {
	for (let at = 0; at < count; at += 1) await setImmediate();
}

test('a single request starts at once; of many one starts in each turn of the event loop, round robin by client', async () => {
	const { ask, begun } = open({ ...bounds, activePerNetwork: 99, active: 99 });
	ask('flood', 'network');
	expect(begun).toEqual(['flood']);
	for (let at = 0; at < 5; at += 1) ask('flood', 'network');
	ask('mara');
	ask('nadia');
	await turns(4);
	expect(begun.slice(0, 4)).toEqual(['flood', 'flood', 'mara', 'nadia']);
	await turns(9);
	expect(begun).toHaveLength(8);
});

test('beyond the limit of a client 429, beyond the limit of all 503; after the longest wait, by what it waited for', async () => {
	const { ask, begun, refused, wait } = open();
	for (let at = 0; at < 9; at += 1) ask('flood');
	await turns(9);
	// One was started and five were queued, of which one was started since; the rest was refused.
	expect(begun).toHaveLength(2);
	expect(refused.map(([, status]) => status)).toEqual([429, 429, 429]);
	for (const client of ['a', 'a', 'b', 'b']) ask(client);
	await turns(9);
	expect(begun).toEqual(['flood', 'flood', 'a', 'b']);
	ask('c');
	const before = refused.length;
	wait(1001);
	ask('d');
	await turns(2);
	const statuses = new Map(refused.slice(before));
	expect([statuses.get('flood'), statuses.get('a'), statuses.get('c')]).toEqual([429, 429, 503]);
});

test('with a full queue, the client with the most queued requests loses one and cannot add one', async () => {
	const { ask, refused } = open({ ...bounds, active: 1, waitingPerClient: 9 });
	ask('a');
	for (let at = 0; at < 6; at += 1) ask('flood');
	ask('b');
	ask('b');
	await turns(3);
	expect(refused).toEqual([]);
	ask('c');
	expect(refused).toEqual([['flood', 503]]);
	ask('flood');
	expect(refused).toEqual([
		['flood', 503],
		['flood', 503]
	]);
	ask('d');
	await turns(3);
	expect(refused.map(([client]) => client)).toEqual(['flood', 'flood', 'flood']);
});

test('a client that is alone has several running requests; while another is active, one', async () => {
	const { ask, answer, slots, wait } = open();
	const ofFlood = () => slots.filter(({ client }) => client === 'flood').length;
	for (let at = 0; at < 5; at += 1) ask('flood');
	await turns(6);
	expect(ofFlood()).toBe(2);
	for (let times = 0; times < 20; times += 1) {
		ask('mara');
		await turns(2);
		answer('mara');
		wait(20);
		answer('flood');
		ask('flood');
		await turns(3);
		expect(ofFlood()).toBe(1);
	}
	wait(bounds.recentMillis);
	answer('flood');
	// The queued requests have exceeded the longest wait.
	await turns(2);
	ask('flood');
	ask('flood');
	await turns(3);
	expect(ofFlood()).toBe(2);
});

test('a long-running request does not block the next of its client, and its end admits none beside a recent one', async () => {
	const { ask, answer, begun, wait } = open();
	ask('mara');
	for (let at = 0; at < 3; at += 1) ask('flood');
	await turns(4);
	expect(begun).toEqual(['mara', 'flood']);
	wait(bounds.longRunningMillis);
	ask('mara');
	await turns(3);
	expect(begun).toEqual(['mara', 'flood', 'flood', 'mara']);
	wait(20);
	// The long-running request.
	answer('flood');
	answer('mara');
	await turns(3);
	expect(begun).toHaveLength(4);
	answer('flood');
	await turns(2);
	expect(begun).toHaveLength(5);
});

test('a request that rejoins counts as started again', async () => {
	const { admission, ask, begun } = open();
	ask('mara');
	admission.rejoin('flood');
	ask('flood');
	await turns(3);
	expect(begun).toEqual(['mara']);
});

test('a request that becomes due by time starts although no other request comes in', async () => {
	const { ask, begun } = open(bounds, () => performance.now());
	ask('mara');
	ask('flood');
	ask('flood');
	await turns(3);
	expect(begun).toEqual(['mara', 'flood']);
	await setTimeout(bounds.longRunningMillis + 150);
	expect(begun).toEqual(['mara', 'flood', 'flood']);
});

test('requests of a network run side by side, and block no other client', async () => {
	const { ask, begun } = open({ ...bounds, active: 9 });
	ask('mara');
	for (let at = 0; at < 5; at += 1) ask('network', 'network');
	ask('mara');
	await turns(8);
	expect(begun.filter((client) => client === 'network')).toHaveLength(3);
	expect(begun.filter((client) => client === 'mara')).toHaveLength(2);
});

test('an unknown credential does not count as another workspace: junk blocks no workspace', async () => {
	const { ask, begun } = open();
	ask('junk', 'credential');
	ask('mara');
	ask('mara');
	await turns(4);
	expect(begun).toEqual(['junk', 'mara', 'mara']);
});

test('the end of a request starts the next', async () => {
	const { answer, ask, begun } = open();
	for (let at = 0; at < 4; at += 1) ask('mara');
	await turns(5);
	expect(begun).toHaveLength(2);
	answer('mara');
	await turns(2);
	expect(begun).toHaveLength(3);
});

const clients = ['a', 'b', 'c', 'network'] as const;
type Client = (typeof clients)[number];

test('in any sequence no limit is exceeded, none starts beside a recent one while others are active, and each is answered or refused', async () => {
	const step = fc.tuple(
		fc.constantFrom(...clients),
		fc.constantFrom('ask', 'ask', 'answer', 'turn', 'time', 'longer')
	);
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
			let millis = 0;
			let refused = 0;
			const admission = new Admission({ ...bounds, recentMillis: 400 }, () => millis);
			const active: Slot[] = [];
			// An error thrown in the callback would be lost.
			const wrong: string[] = [];
			const askedAt = new Map<Client, number>();
			let asked = 0;
			let answered = 0;
			const begin = (client: Client, slot: Slot): void => {
				const others = [...askedAt].some(
					([other, at]) => other !== client && other !== 'network' && millis - at < 400
				);
				const hasRecent = active.some(
					(each) => each.client === client && millis - each.since < bounds.longRunningMillis
				);
				if (client !== 'network' && others && hasRecent)
					wrong.push(`${client} beside a recent one`);
				active.push(slot);
				if (active.length > bounds.active) wrong.push('more than all');
				const own = active.filter((each) => each.client === client).length;
				if (own > (client === 'network' ? 3 : 2)) wrong.push(`more of ${client}`);
			};
			const ask = (client: Client): void => {
				asked += 1;
				askedAt.set(client, millis);
				const begun = (slot: Slot): void => begin(client, slot);
				const refuse = (): void => {
					refused += 1;
				};
				admission.enter(
					client,
					{ begin: begun, refuse },
					client === 'network' ? 'network' : 'workspace'
				);
			};
			const answer = (): void => {
				for (const slot of active.splice(0, 1)) {
					answered += 1;
					admission.leave(slot);
				}
			};
			for (const [client, what] of steps) {
				if (what === 'ask') ask(client);
				else if (what === 'answer') answer();
				else if (what === 'turn') await setImmediate();
				else millis += what === 'time' ? 60 : 250;
			}
			for (let at = 0; at < 200; at += 1) {
				await setImmediate();
				answer();
			}
			expect(wrong).toEqual([]);
			expect(answered + refused).toBe(asked);
		}),
		{ numRuns: 100 }
	);
});
