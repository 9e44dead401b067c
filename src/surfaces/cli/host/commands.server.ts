import type { HostCommand } from './command.server.ts';
import { health } from './health.server.ts';
import * as titles from './titles.server.ts';
import { addUser, listUsers, resetUser, signOutUser } from './users.server.ts';

/** All commands of the host by name, for `host-router.server.ts`. */
export const hostCommands: Readonly<Record<string, HostCommand>> = {
	health,
	'user.add': addUser,
	'user.reset': resetUser,
	'user.sign-out': signOutUser,
	'user.list': listUsers,
	'titles.begin': titles.begin,
	'titles.stage': titles.stage,
	'titles.commit': titles.commit,
	'titles.list': titles.list,
	'titles.remove': titles.remove
};
