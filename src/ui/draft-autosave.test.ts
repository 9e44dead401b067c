import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Autosave } from './draft-autosave.svelte.ts';

/** A captured PUT request; the test answers it. */
interface Put {
	body: { text: string; changedAt: string | null };
	answer: (response: Response) => void;
	fail: () => void;
}
let puts: Put[] = [];

beforeEach(() => {
	puts = [];
	vi.useFakeTimers();
	vi.stubGlobal(
		'fetch',
		(_: string, { body }: { body: string }) =>
			new Promise<Response>((resolve, reject) => {
				puts.push({
					body: JSON.parse(body) as Put['body'],
					answer: resolve,
					fail: () => {
						reject(new TypeError('Failed to fetch'));
					}
				});
			})
	);
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const quiet = () => vi.advanceTimersByTimeAsync(2000);

test('on a slow connection drafts are saved one after the other, each with the date of the one before', async () => {
	const autosave = new Autosave<{ text: string }>('/draft', {}, undefined);
	autosave.note({ text: 'one' });
	await quiet();
	autosave.note({ text: 'one two' });
	await quiet();
	expect(puts.map(({ body }) => body)).toEqual([{ text: 'one', changedAt: null }]);
	puts[0]?.answer(Response.json({ changedAt: 'first' }));
	await quiet();
	expect(puts[1]?.body).toEqual({ text: 'one two', changedAt: 'first' });
	puts[1]?.answer(Response.json({ changedAt: 'second' }));
	await quiet();
	expect([autosave.changedAt, autosave.waiting, autosave.sentence]).toEqual([
		'second',
		false,
		undefined
	]);
});

test('a draft that could not be saved is sent when the page is left', async () => {
	const autosave = new Autosave<{ text: string }>('/draft', {}, 'before');
	autosave.note({ text: 'one' });
	await quiet();
	puts[0]?.fail();
	await quiet();
	expect(autosave.waiting).toBe(true);
	expect(autosave.sentence).toContain('Not saved. Your text is still here');
	autosave.flush();
	await quiet();
	expect(puts[1]?.body).toEqual({ text: 'one', changedAt: 'before' });
	puts[1]?.answer(Response.json({ changedAt: 'after' }));
	await quiet();
	expect([autosave.waiting, autosave.sentence]).toEqual([false, undefined]);
});
