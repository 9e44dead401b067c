import { PassThrough } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { operationNamed } from '../../registry.server.ts';
import { askBefore, isDestructive } from './destructive.ts';

/** Mocks a terminal with an answer. */
function terminal(answer: string): void {
	const input = Object.assign(new PassThrough(), { isTTY: true });
	vi.spyOn(process, 'stdin', 'get').mockReturnValue(input as never);
	vi.spyOn(process.stderr, 'write').mockReturnValue(true);
	setImmediate(() => input.write(`${answer}\n`));
}
afterEach(() => {
	vi.restoreAllMocks();
});

const holds = { holds: [{ table: 'people', rows: 412 }] };
const ask = (operation: string) =>
	Promise.resolve(
		operation === 'account.get'
			? holds
			: { name: 'Joan\u001b Whitcombe', goes: { interviews: 2, messages: 1, introductions: 0 } }
	);

test('the operations that ask for confirmation exist', () => {
	for (const name of ['account.erase', 'people.forget']) {
		expect([isDestructive(name), operationNamed(name)?.name]).toEqual([true, name]);
	}
	expect(isDestructive('people.list')).toBe(false);
});

test('a yes goes on, whatever its case', async () => {
	terminal(' Yes ');
	await expect(askBefore('account.erase', ask, {})).resolves.toBeUndefined();
});

test.each(['', 'y', 'no'])('"%s" does nothing', async (answer) => {
	terminal(answer);
	await expect(askBefore('account.erase', ask, {})).rejects.toMatchObject({
		code: 'cli.not-done'
	});
});

test('without a terminal it says what would be lost, and how to say yes', async () => {
	vi.spyOn(process, 'stdin', 'get').mockReturnValue(new PassThrough() as never);
	await expect(askBefore('account.erase', ask, {})).rejects.toMatchObject({
		code: 'cli.needs-yes',
		sentence: expect.stringContaining('412 people') as string
	});
	await expect(askBefore('people.forget', ask, { id: 'one' })).rejects.toMatchObject({
		sentence: expect.stringMatching(
			/^This deletes Joan· Whitcombe .*2 interviews and 1 message/
		) as string
	});
	await expect(askBefore('people.list', ask, {})).resolves.toBeUndefined();
});
