import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { WorkQueue, type Ticket } from './work-queue.ts';

const bounds = { atOnce: 2, ofOneAccount: 2, ofAll: 5, unfetchedOfAll: 8 };

/** Lets all tasks continue that can. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 2));

function follow(ticket: Ticket): { ticket: Ticket; begun: boolean } {
	const followed = { ticket, begun: false };
	void ticket.turn().then(() => (followed.begun = true));
	return followed;
}

test('one at a time for each account, two at once in all, first come first served', async () => {
	const queue = new WorkQueue(bounds);
	const [one, two] = [follow(queue.reserve('mara')), follow(queue.reserve('mara'))];
	const [three, four] = [follow(queue.reserve('nadia')), follow(queue.reserve('joan'))];
	await settle();
	expect([one, two, three, four].map(({ begun }) => begun)).toEqual([true, false, true, false]);
	one.ticket.release();
	await settle();
	// The second task of Mara was reserved before that of Joan.
	expect([two.begun, four.begun]).toEqual([true, false]);
	three.ticket.end();
	await settle();
	expect(four.begun).toBe(true);
});

test('beyond the limits the refusal has retryAfter', () => {
	const queue = new WorkQueue(bounds);
	const mine = [queue.reserve('mara'), queue.reserve('mara')];
	expect(() => queue.reserve('mara')).toThrow(Refusal);
	for (const other of ['a', 'b', 'c']) queue.reserve(other);
	try {
		queue.reserve('d');
		expect.unreachable();
	} catch (error) {
		expect(error).toMatchObject({ kind: 'too-many', code: 'work.too-many', status: 429 });
		expect((error as Refusal).retryAfter).toBeGreaterThanOrEqual(2);
	}
	mine[0]?.end();
	queue.reserve('d').end();
});

test('a finished task that is not fetched counts for its account and blocks nobody', async () => {
	const queue = new WorkQueue(bounds);
	const held = [queue.reserve('mara'), queue.reserve('mara')].map(follow);
	for (const { ticket } of held) ticket.release();
	expect(() => queue.reserve('mara')).toThrow(Refusal);
	const other = follow(queue.reserve('nadia'));
	await settle();
	expect(other.begun).toBe(true);
});

test('finished tasks that are fetched slowly occupy no place in the queue, and have a limit of their own', () => {
	const queue = new WorkQueue(bounds);
	const accounts = Array.from({ length: bounds.unfetchedOfAll }, (_, at) => `slow ${String(at)}`);
	const held = accounts.map((account) => {
		const ticket = queue.reserve(account);
		ticket.release();
		return ticket;
	});
	expect(() => queue.reserve('nadia')).toThrow(Refusal);
	held[0]?.end();
	queue.reserve('nadia');
});

test('in any sequence no limit is exceeded and every task gets its turn', async () => {
	const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean()), { maxLength: 30 });
	await fc.assert(
		fc.asyncProperty(steps, async (asked) => {
			const queue = new WorkQueue(bounds);
			let running = 0;
			const of = new Map<string, number>();
			const results = await Promise.allSettled(
				asked.map(([account, fails]) =>
					queue.run(account, async (turn) => {
						await turn();
						running += 1;
						of.set(account, (of.get(account) ?? 0) + 1);
						expect(running).toBeLessThanOrEqual(bounds.atOnce);
						expect(of.get(account)).toBe(1);
						await Promise.resolve();
						running -= 1;
						of.set(account, 0);
						if (fails) throw new Error('It failed.');
					})
				)
			);
			const refused = results.filter(
				(each) => each.status === 'rejected' && each.reason instanceof Refusal
			);
			expect(results.length - refused.length).toBeLessThanOrEqual(bounds.ofAll);
			expect(running).toBe(0);
			queue.reserve('a').end();
		}),
		{ numRuns: 100 }
	);
});
