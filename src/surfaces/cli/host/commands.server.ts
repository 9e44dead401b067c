import type { z } from 'zod';
import { refuse } from '#kernel/refusal.ts';
import type { Served } from '../ways/served.ts';
import { health } from './health.server.ts';
import { titleCommands } from './titles.server.ts';
import { addUser, listUsers, resetUser, signOutUser } from './users.server.ts';

/** What the host does for the whole instance; a workspace has operations for everything else. */
export interface HostCommand<Input extends z.ZodType = z.ZodType> {
	input: Input;
	run(app: Served, input: z.output<Input>): Promise<unknown>;
}

/** Keeps a command's shape and its work together by type, and checks what comes in. */
function checked<Input extends z.ZodType>({ input, run }: HostCommand<Input>) {
	return (app: Served, raw: unknown): Promise<unknown> => {
		const parsed = input.safeParse(raw);
		if (parsed.success) return run(app, parsed.data);
		const [first] = parsed.error.issues;
		throw refuse(
			'invalid',
			'input.invalid',
			`${first?.message ?? 'The input does not fit'}. Nothing was changed.`.replace('..', '.'),
			first?.path.join('.')
		);
	};
}

/** By name; `desk.server.ts` finds them here. */
export const hostCommands: Readonly<
	Record<string, (app: Served, input: unknown) => Promise<unknown>>
> = {
	health: checked(health),
	'user.add': checked(addUser),
	'user.reset': checked(resetUser),
	'user.sign-out': checked(signOutUser),
	'user.list': checked(listUsers),
	'titles.begin': checked(titleCommands.begin),
	'titles.stage': checked(titleCommands.stage),
	'titles.commit': checked(titleCommands.commit),
	'titles.list': checked(titleCommands.list),
	'titles.remove': checked(titleCommands.remove)
};
