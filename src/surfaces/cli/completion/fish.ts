import type { Command } from 'commander';
import { groups, leaves, type Leaf } from './leaves.ts';

const quoted = (text: string): string =>
	`'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function optionLines({ words, command }: Leaf): string[] {
	return command.options.map((option) => {
		const { long = '', argChoices = [] } = option;
		const values = argChoices.length > 0 ? ` -f -a ${quoted(argChoices.join(' '))}` : '';
		const needs = option.isBoolean() ? '' : ' -r';
		return `complete -c imago -n '__imago_in ${words}' -l ${quoted(long.slice(2))}${needs}${values}`;
	});
}

/** Lines that complete a command after the words before it, with its description. */
function commandLines(before: string, commands: readonly Command[]): string[] {
	return commands.map(
		(command) =>
			`complete -c imago -n '__imago_at${before}' -f -a ${quoted(command.name())} -d ${quoted(command.description())}`
	);
}

/** The completion script for fish: `imago completion fish | source`. */
export function fishScript(program: Command): string {
	return [
		`# Completion of imago for fish. Load it with: imago completion fish | source`,
		`function __imago_at`,
		`	set -l words (commandline -opc)`,
		`	test "$words[2..-1]" = "$argv"`,
		`end`,
		`function __imago_in`,
		`	set -l words (commandline -opc)`,
		`	test (count $words) -gt (count $argv); and test "$words[2..(math 1 + (count $argv))]" = "$argv"`,
		`end`,
		...commandLines('', program.commands),
		...groups(program).flatMap((group) => commandLines(` ${group.name()}`, group.commands)),
		...leaves(program).flatMap(optionLines),
		``
	].join('\n');
}
