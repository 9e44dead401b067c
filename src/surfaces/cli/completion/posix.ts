import { leaves, type Branch } from './tree.ts';

const listed = (words: readonly string[]): string => words.join(' ');

/** The lines of a `case` that says what may come next; bash and zsh read the same. */
function nextWords(tree: Branch): string[] {
	const groups = tree.verbs.filter(({ verbs }) => verbs.length > 0);
	const calls = leaves(tree);
	const choices = calls.flatMap(({ words, branch }) =>
		branch.options
			.filter((option) => option.choices.length > 0)
			.map(({ flag, choices: known }) => `		'${words} ${flag}') next='${listed(known)}' ;;`)
	);
	const values = calls.flatMap(({ words, branch }) => {
		const flags = branch.options.filter(({ takesValue }) => takesValue).map(({ flag }) => flag);
		return flags.length > 0
			? [`		${flags.map((flag) => `'${words} ${flag}'`).join('|')}) next='' ;;`]
			: [];
	});
	return [
		`	case "$place" in`,
		`	1) next='${listed(tree.verbs.map(({ name }) => name))}' ;;`,
		`	2) case "$first" in`,
		...groups.map(
			({ name, verbs }) => `		${name}) next='${listed(verbs.map((verb) => verb.name))}' ;;`
		),
		`		esac ;;`,
		`	*) case "$first $second $before" in`,
		...choices,
		...values,
		`		*) case "$first $second" in`,
		...calls
			.filter(({ branch }) => branch.options.length > 0)
			.map(
				({ words, branch }) =>
					`		${words.includes(' ') ? `'${words}'` : `'${words} '*`}) next='${listed(branch.options.map(({ flag }) => flag))}' ;;`
			),
		`		esac ;;`,
		`		esac ;;`,
		`	esac`
	];
}

/** The script that bash reads: `source <(imago completion bash)`. */
export function bashScript(tree: Branch): string {
	return [
		`# Completion of imago for bash. Load it with: source <(imago completion bash)`,
		`_imago() {`,
		`	local place=$COMP_CWORD first="\${COMP_WORDS[1]}" second="\${COMP_WORDS[2]}" next=''`,
		`	local before="\${COMP_WORDS[COMP_CWORD-1]}"`,
		...nextWords(tree),
		`	COMPREPLY=($(compgen -W "$next" -- "\${COMP_WORDS[COMP_CWORD]}"))`,
		`}`,
		`complete -o default -F _imago imago`,
		``
	].join('\n');
}

/** The script that zsh reads: `source <(imago completion zsh)`. */
export function zshScript(tree: Branch): string {
	return [
		`#compdef imago`,
		`# Completion of imago for zsh. Load it with: source <(imago completion zsh)`,
		`_imago() {`,
		`	local place=$((CURRENT - 1)) first="$words[2]" second="$words[3]" next=''`,
		`	local before="$words[CURRENT-1]"`,
		...nextWords(tree),
		`	if [[ -n "$next" ]]; then compadd -- \${=next}; else _files; fi`,
		`}`,
		`compdef _imago imago`,
		``
	].join('\n');
}
