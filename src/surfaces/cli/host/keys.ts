import { z } from 'zod';
import type { Config } from '#server/config.ts';
import { print, say } from '../show/print.ts';
import { withTransport } from '../transport/with-transport.ts';

async function ask(config: Config, account: string, operation: string, input: unknown) {
	const asked = { kind: 'operate', operation, account, input } as const;
	return (await withTransport(config, (way) => way.ask(asked))).output;
}

/** Makes a key for an account and prints it; it is shown nowhere else. */
export async function addKeyFor(
	config: Config,
	email: string,
	options: { name: string; may: string }
): Promise<void> {
	const effects = options.may.split(',').map((word) => word.trim());
	const made = await ask(config, email, 'keys.add', { name: options.name, effects });
	say(z.object({ key: z.string() }).parse(made).key);
}

/** Prints the keys of an account, never the keys themselves. */
export async function listKeysOf(
	config: Config,
	email: string,
	options: { json?: boolean }
): Promise<void> {
	print(await ask(config, email, 'keys.list', {}), options);
}

/** Takes a key back. @throws Refusal `key.missing` */
export async function removeKeyOf(config: Config, email: string, id: string): Promise<void> {
	await ask(config, email, 'keys.remove', { id });
	say('The key is taken back. It works no more.');
}
