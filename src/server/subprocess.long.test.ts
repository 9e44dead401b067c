import { afterEach, expect, test } from 'vitest';
import { openSubprocess, type Subprocess } from './subprocess.ts';

/** What happens in the other process ends nothing here. */
let opened: Subprocess | undefined;
const open = (seconds = 20): Subprocess => {
	const entry = '../tests/support/processes/hostile.ts';
	opened = openSubprocess({ entry, heapMegabytes: 64, seconds });
	return opened;
};
afterEach(() => opened?.close());

test('an answer comes back as it is, bytes included, and the next question has its own', async () => {
	const process = open();
	expect(await process.ask('answer')).toEqual({ bytes: new Uint8Array([1, 2, 3]) });
	await expect(process.ask('throw')).rejects.toThrow('It cannot be read.');
	expect(await process.ask('answer')).toEqual({ bytes: new Uint8Array([1, 2, 3]) });
});

test('a heap that is full ends the process alone, and is said to have been full', async () => {
	const process = open();
	await expect(process.ask('fill memory')).rejects.toMatchObject({ reason: 'memory' });
	await expect(process.ask('answer')).rejects.toMatchObject({ reason: 'memory' });
});

test('one that the system ends is one too many for its memory', async () => {
	const process = open();
	await expect(process.ask('be killed')).rejects.toMatchObject({ reason: 'memory' });
});

test('what takes too long is ended', async () => {
	const process = open(1);
	await expect(process.ask('take for ever')).rejects.toMatchObject({ reason: 'time' });
});

test('a process that ends by itself, or is closed, answers nobody', async () => {
	await expect(open().ask('end at once')).rejects.toMatchObject({ reason: 'stopped' });
	const process = open();
	const asked = process.ask('take for ever');
	process.close();
	await expect(asked).rejects.toMatchObject({ reason: 'stopped' });
});
