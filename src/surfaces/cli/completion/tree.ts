import type { Command } from 'commander';

/** An option as a shell completes it. */
export interface Completed {
	flag: string;
	/** the values it knows, where these are few */
	choices: readonly string[];
	takesValue: boolean;
}

/** A command as a shell completes it. */
export interface Branch {
	name: string;
	about: string;
	verbs: Branch[];
	options: Completed[];
}

/** All that a shell may complete: names of commands and options, nothing of anybody's data. */
export function branchOf(command: Command): Branch {
	return {
		name: command.name(),
		about: command.description(),
		verbs: command.commands.map(branchOf),
		options: command.options.map((option) => ({
			flag: option.long ?? '',
			choices: option.argChoices ?? [],
			takesValue: option.required || option.optional
		}))
	};
}

/** Every command that does something, by the words that call it. */
export function leaves(tree: Branch): { words: string; branch: Branch }[] {
	return tree.verbs.flatMap((group) =>
		group.verbs.length === 0
			? [{ words: group.name, branch: group }]
			: group.verbs.map((branch) => ({ words: `${group.name} ${branch.name}`, branch }))
	);
}
