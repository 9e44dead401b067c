import type { Command } from 'commander';

/** A command without subcommands, and the words that call it. */
export interface Leaf {
	words: string;
	command: Command;
}

/** All commands without subcommands. */
export function leaves(program: Command): Leaf[] {
	return program.commands.flatMap((group) =>
		group.commands.length === 0
			? [{ words: group.name(), command: group }]
			: group.commands.map((command) => ({
					words: `${group.name()} ${command.name()}`,
					command
				}))
	);
}

/** All commands with subcommands. */
export function groups(program: Command): Command[] {
	return program.commands.filter(({ commands }) => commands.length > 0);
}
