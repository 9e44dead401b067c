import { z } from 'zod';
import type { Config } from '#server/config.ts';
import { print, printLine } from '../show/print.ts';
import { operate } from '../transport/host-client.ts';
import { withTransport } from '../transport/with-transport.ts';

async function ask(config: Config, account: string, operation: string, input: unknown) {
	return withTransport(
		config,
		async (transport) => (await operate(transport, operation, account, input)).output
	);
}

/** Creates an API key for an account and prints it; it cannot be shown again. */
export async function addKeyFor(
	config: Config,
	email: string,
	options: { name: string; may: string }
): Promise<void> {
	const effects = options.may.split(',').map((word) => word.trim());
	const made = await ask(config, email, 'keys.add', { name: options.name, effects });
	printLine(z.object({ key: z.string() }).parse(made).key);
}

/** Prints names and dates of the keys of an account, not the keys themselves. */
export async function listKeysOf(
	config: Config,
	email: string,
	options: { json?: boolean }
): Promise<void> {
	print(await ask(config, email, 'keys.list', {}), options);
}

/**
 * Revokes a key.
 * @throws Refusal `key.missing`
 */
export async function removeKeyOf(config: Config, email: string, id: string): Promise<void> {
	await ask(config, email, 'keys.remove', { id });
	printLine('The key is removed and no longer works.');
}
