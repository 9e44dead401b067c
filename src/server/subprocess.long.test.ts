import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { openSubprocess, type Subprocess } from './subprocess.ts';

/** A subprocess that misbehaves does not end this process. */
const options = { entry: '../tests/support/processes/hostile.ts', heapMegabytes: 64 };
let opened: Subprocess | undefined;
const open = (seconds = 20): Subprocess => {
	opened = openSubprocess({ ...options, seconds });
	return opened;
};
afterEach(() => opened?.close());

test('an answer is returned unchanged, bytes included, and the next question gets its own', async () => {
	const process = open();
	expect(await process.ask('answer')).toEqual({ bytes: new Uint8Array([1, 2, 3]) });
	await expect(process.ask('throw')).rejects.toThrow('It cannot be read.');
	expect(await process.ask('answer')).toEqual({ bytes: new Uint8Array([1, 2, 3]) });
});

test('a full heap ends the subprocess alone, with the reason memory', async () => {
	const process = open();
	await expect(process.ask('fill memory')).rejects.toMatchObject({ reason: 'memory' });
	await expect(process.ask('answer')).rejects.toMatchObject({ reason: 'memory' });
});

test('a subprocess that the system kills counts as out of memory', async () => {
	const process = open();
	await expect(process.ask('be killed')).rejects.toMatchObject({ reason: 'memory' });
});

test('a subprocess that answered everything is reused; one that failed is not', async () => {
	const pidOf = (one: Subprocess) => one.ask<number>('say who');
	const first = open();
	const pid = await pidOf(first);
	first.close();
	first.close();
	await expect(first.ask('answer')).rejects.toMatchObject({ reason: 'stopped' });
	const second = open();
	expect(await pidOf(second)).toBe(pid);
	const beside = openSubprocess({ ...options, seconds: 20 });
	expect(await pidOf(beside)).not.toBe(pid);
	beside.close();
	await expect(second.ask('throw')).rejects.toThrow();
	second.close();
	const third = open();
	expect(await pidOf(third)).not.toBe(pid);
	const busy = third.ask('take for ever');
	third.close();
	await expect(busy).rejects.toMatchObject({ reason: 'stopped' });
	// After twenty tasks a new process is started; two idle ones of a kind may exist by now.
	const asked: number[] = [];
	for (let at = 0; at < 45; at += 1) {
		const next = open();
		asked.push(await pidOf(next));
		next.close();
	}
	const counts = [...Map.groupBy(asked, (each) => each).values()].map((each) => each.length);
	expect(Math.max(...counts)).toBe(20);
});

test('a subprocess that ended while idle is not used', async () => {
	const first = open();
	const pid = await first.ask<number>('say who');
	first.close();
	// At once, before this process has noticed the end; and later.
	process.kill(pid, 'SIGKILL');
	const second = open();
	expect(await second.ask('say who')).not.toBe(pid);
	const other = await second.ask<number>('say who');
	second.close();
	process.kill(other, 'SIGKILL');
	await sleep(200);
	expect(await open().ask('answer')).toBeDefined();
});

test('a question that cannot be serialized is refused, without effect on later ones', async () => {
	const process = open(1);
	await expect(process.ask(() => 1)).rejects.toThrow();
	await sleep(1100);
	expect(await process.ask('answer')).toBeDefined();
});

test('a subprocess that takes too long is ended', async () => {
	const process = open(1);
	await expect(process.ask('take for ever')).rejects.toMatchObject({ reason: 'time' });
});

test('a subprocess that ends by itself, or is closed, rejects its question', async () => {
	await expect(open().ask('end at once')).rejects.toMatchObject({ reason: 'stopped' });
	const process = open();
	const asked = process.ask('take for ever');
	process.close();
	await expect(asked).rejects.toMatchObject({ reason: 'stopped' });
});
