import type { Command, Option } from 'commander';
import { groups, leaves } from './leaves.ts';

const namesOf = (commands: readonly Command[]): string =>
	commands.map((command) => command.name()).join(' ');
const flagsOf = (options: readonly Option[]): string[] => options.map(({ long }) => long ?? '');

/** Lines of a `case` statement that sets the words that may come next; the same for bash and zsh. */
function nextWords(program: Command): string[] {
	const calls = leaves(program);
	const choices = calls.flatMap(({ words, command }) =>
		command.options.flatMap(({ long = '', argChoices }) =>
			argChoices?.length ? [`		'${words} ${long}') next='${argChoices.join(' ')}' ;;`] : []
		)
	);
	const values = calls.flatMap(({ words, command }) => {
		const flags = flagsOf(command.options.filter((option) => !option.isBoolean()));
		return flags.length > 0
			? [`		${flags.map((flag) => `'${words} ${flag}'`).join('|')}) next='' ;;`]
			: [];
	});
	return [
		`	case "$place" in`,
		`	1) next='${namesOf(program.commands)}' ;;`,
		`	2) case "$first" in`,
		...groups(program).map((group) => `		${group.name()}) next='${namesOf(group.commands)}' ;;`),
		`		esac ;;`,
		`	*) case "$first $second $before" in`,
		...choices,
		...values,
		`		*) case "$first $second" in`,
		...calls
			.filter(({ command }) => command.options.length > 0)
			.map(
				({ words, command }) =>
					`		${words.includes(' ') ? `'${words}'` : `'${words} '*`}) next='${flagsOf(command.options).join(' ')}' ;;`
			),
		`		esac ;;`,
		`		esac ;;`,
		`	esac`
	];
}

/** The completion script for bash: `source <(imago completion bash)`. */
export function bashScript(program: Command): string {
	return [
		`# Completion of imago for bash. Load it with: source <(imago completion bash)`,
		`_imago() {`,
		`	local place=$COMP_CWORD first="\${COMP_WORDS[1]}" second="\${COMP_WORDS[2]}" next=''`,
		`	local before="\${COMP_WORDS[COMP_CWORD-1]}"`,
		...nextWords(program),
		`	COMPREPLY=($(compgen -W "$next" -- "\${COMP_WORDS[COMP_CWORD]}"))`,
		`}`,
		`complete -o default -F _imago imago`,
		``
	].join('\n');
}

/** The completion script for zsh: `source <(imago completion zsh)`. */
export function zshScript(program: Command): string {
	return [
		`#compdef imago`,
		`# Completion of imago for zsh. Load it with: source <(imago completion zsh)`,
		`_imago() {`,
		`	local place=$((CURRENT - 1)) first="$words[2]" second="$words[3]" next=''`,
		`	local before="$words[CURRENT-1]"`,
		...nextWords(program),
		`	if [[ -n "$next" ]]; then compadd -- \${=next}; else _files; fi`,
		`}`,
		`compdef _imago imago`,
		``
	].join('\n');
}
