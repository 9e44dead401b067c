import { Argument, type Command } from 'commander';
import { say } from '../show/print.ts';
import { fishScript } from './fish.ts';
import { bashScript, zshScript } from './posix.ts';

const scripts: Readonly<Record<string, (program: Command) => string>> = {
	bash: bashScript,
	zsh: zshScript,
	fish: fishScript
};

/** Adds `imago completion`, which prints what a shell needs to complete all the others. */
export function addCompletion(program: Command): void {
	program
		.command('completion')
		.addArgument(new Argument('<shell>', 'which shell').choices(Object.keys(scripts)))
		.description('Print the script with which a shell completes commands and options')
		.action((shell: string) => {
			say((scripts[shell] ?? bashScript)(program).trimEnd());
		});
}
