import type { Command } from 'commander';

/** A command that does something, and the words that call it. */
export interface Leaf {
	words: string;
	command: Command;
}

/** Every command that does something. */
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

/** The commands that hold others. */
export function groups(program: Command): Command[] {
	return program.commands.filter(({ commands }) => commands.length > 0);
}
