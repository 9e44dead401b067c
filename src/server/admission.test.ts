import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Admission, type AdmissionBounds, type NotAdmitted } from './admission.ts';

const bounds: AdmissionBounds = {
	activeOfOne: 2,
	activeOfMany: 3,
	active: 4,
	waitingOfOne: 5,
	waiting: 8,
	patience: 1000,
	shortWork: 250
};

function open(limits = bounds) {
	let now = 0;
	const admission = new Admission(limits, () => now);
	const begun: string[] = [];
	const refused: [string, NotAdmitted['status']][] = [];
	const ask = (client: string, isMany = false): void => {
		const asked = {
			begin: () => begun.push(client),
			refuse: ({ status }: NotAdmitted) => refused.push([client, status])
		};
		admission.enter(client, asked, isMany);
	};
	return { admission, begun, refused, ask, wait: (millis: number) => (now += millis) };
}

async function turns(count: number): Promise<void> {
	for (let at = 0; at < count; at += 1) await setImmediate();
}

test('one alone is begun at once; of many one in each turn, in turns of their clients', async () => {
	const { ask, begun } = open({ ...bounds, activeOfMany: 99, active: 99 });
	ask('flood', true);
	expect(begun).toEqual(['flood']);
	for (let at = 0; at < 5; at += 1) ask('flood', true);
	ask('mara');
	ask('nadia');
	await turns(4);
	expect(begun.slice(0, 4)).toEqual(['flood', 'flood', 'mara', 'nadia']);
	await turns(9);
	expect(begun).toHaveLength(8);
});

test('beyond what one may, 429; beyond what all may, 503; after patience, 503', async () => {
	const { ask, begun, refused, wait } = open();
	for (let at = 0; at < 9; at += 1) ask('flood');
	await turns(9);
	// Two are begun and not answered, five wait, the rest was refused.
	expect(begun).toHaveLength(2);
	expect(refused.every(([, status]) => status === 429)).toBe(true);
	for (const client of ['a', 'a', 'a', 'b', 'b', 'b']) ask(client);
	await turns(9);
	expect(refused.some(([, status]) => status === 503)).toBe(true);
	const before = refused.length;
	wait(1001);
	ask('c');
	await turns(2);
	expect(refused.slice(before).every(([, status]) => status === 503)).toBe(true);
});

test('while others ask, one at a time of each; what takes long is waited for by nobody', async () => {
	const { admission, ask, begun, wait } = open();
	const ofFlood = () => begun.filter((client) => client === 'flood').length;
	ask('mara');
	admission.leave('mara');
	for (let at = 0; at < 4; at += 1) ask('flood');
	await turns(5);
	expect(ofFlood()).toBe(1);
	admission.leave('flood');
	await turns(2);
	expect(ofFlood()).toBe(2);
	// It waits for something else by now, and mara has not asked for a while.
	wait(250);
	admission.leave('nobody');
	await turns(2);
	expect(ofFlood()).toBe(3);
	// Never more than one may have at all.
	wait(250);
	ask('flood');
	await turns(2);
	expect(ofFlood()).toBe(3);
});

test('long work of one is no reason to keep its next from being begun, while others ask', async () => {
	const { ask, begun, wait } = open();
	ask('mara');
	ask('mara');
	wait(250);
	ask('nadia');
	await turns(3);
	expect(begun).toEqual(['mara', 'mara', 'nadia']);
});

test('a network may be many people: theirs are worked on together', async () => {
	const { ask, begun } = open();
	ask('mara');
	for (let at = 0; at < 5; at += 1) ask('network', true);
	await turns(6);
	expect(begun).toEqual(['mara', 'network', 'network', 'network']);
});

test('whoever is answered makes room for the next', async () => {
	const { admission, ask, begun } = open();
	for (let at = 0; at < 4; at += 1) ask('mara');
	await turns(5);
	expect(begun).toHaveLength(2);
	admission.leave('mara');
	await turns(2);
	expect(begun).toHaveLength(3);
});

test('whatever comes and goes, no bound is passed and nobody is forgotten', async () => {
	const step = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('ask', 'answer', 'turn'));
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
			const { admission, ask, begun, refused } = open();
			let asked = 0;
			const active: string[] = [];
			const see = (): void => {
				for (const client of begun.splice(0)) active.push(client);
				expect(active.length).toBeLessThanOrEqual(bounds.active);
				for (const client of ['a', 'b', 'c']) {
					expect(active.filter((each) => each === client).length).toBeLessThanOrEqual(2);
				}
			};
			let answered = 0;
			const answer = (): void => {
				const client = active.shift();
				if (client === undefined) return;
				answered += 1;
				admission.leave(client);
			};
			for (const [client, what] of steps) {
				if (what === 'ask') {
					asked += 1;
					ask(client);
				} else if (what === 'answer') answer();
				else await setImmediate();
				see();
			}
			for (let at = 0; at < 200; at += 1) {
				await setImmediate();
				see();
				answer();
			}
			expect(answered + refused.length).toBe(asked);
		}),
		{ numRuns: 60 }
	);
});
