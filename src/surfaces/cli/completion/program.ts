import { Argument, type Command } from 'commander';
import { printLine } from '../show/print.ts';
import { fishScript } from './fish.ts';
import { bashScript, zshScript } from './posix.ts';

const scripts: Readonly<Record<string, (program: Command) => string>> = {
	bash: bashScript,
	zsh: zshScript,
	fish: fishScript
};

/** Adds `imago completion <shell>`, which prints a completion script. */
export function addCompletion(program: Command): void {
	program
		.command('completion')
		.addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(scripts)))
		.description('Print the completion script for a shell')
		.action((shell: string) => {
			printLine((scripts[shell] ?? bashScript)(program).trimEnd());
		});
}
