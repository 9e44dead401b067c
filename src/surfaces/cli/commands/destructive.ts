import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { heldText } from '#features/transfer/rules/holding.ts';
import { held } from '#features/transfer/schemas.ts';
import { refuseConflict, refuseInvalid } from '#kernel/refusal.ts';
import { maskControls } from '../show/width.ts';

const forgotten = z.object({
	name: z.string(),
	goes: z.record(z.string(), z.number())
});

/** Performs another operation in the same workspace and returns its output. */
type Ask = (operation: string, input: unknown) => Promise<unknown>;

/** Operations that cannot be undone, each with a function that says what will be deleted. */
const warnings: Readonly<Record<string, (ask: Ask, input: unknown) => Promise<string>>> = {
	'account.erase': async (ask) => {
		const { holds } = z.object({ holds: z.array(held) }).parse(await ask('account.get', {}));
		return `This deletes the account and everything in it: ${heldText(holds)}. This cannot be undone, except from a back-up.`;
	},
	'people.forget': async (ask, input) => {
		const { name, goes } = forgotten.parse(await ask('people.get', input));
		const rows = Object.entries(goes).map(([table, count]) => ({ table, rows: count }));
		return `This deletes ${name} and everything about them: ${heldText([...rows, { table: 'people', rows: 1 }])}. No later import adds them again. This cannot be undone.`;
	}
};

/** Whether an operation asks for confirmation. */
export function isDestructive(operation: string): boolean {
	return operation in warnings;
}

/**
 * Asks for confirmation at the terminal and names what will be deleted. Not called where `--yes` was
 * given.
 * @throws Refusal `cli.needs-yes` where standard input is not a terminal, `cli.not-done` for any answer
 * but yes
 */
export async function askBefore(operation: string, ask: Ask, input: unknown): Promise<void> {
	const warningOf = warnings[operation];
	if (!warningOf) return;
	const warning = maskControls(await warningOf(ask, input));
	if (!process.stdin.isTTY) {
		throw refuseInvalid('cli.needs-yes', `${warning} Nothing was changed. Add --yes to confirm.`);
	}
	const terminal = createInterface({ input: process.stdin, output: process.stderr });
	const answer = await terminal.question(`${warning}\nType yes to continue: `).finally(() => {
		terminal.close();
	});
	if (answer.trim().toLowerCase() !== 'yes') {
		throw refuseConflict('cli.not-done', 'Nothing was changed.');
	}
}
