import { leaves, type Branch } from './tree.ts';

const quoted = (text: string): string =>
	`'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function optionLines(words: string, branch: Branch): string[] {
	return branch.options.map(({ flag, choices, takesValue }) => {
		const values = choices.length > 0 ? ` -f -a ${quoted(choices.join(' '))}` : '';
		const needs = takesValue ? ' -r' : '';
		return `complete -c imago -n '__imago_in ${words}' -l ${quoted(flag.slice(2))}${needs}${values}`;
	});
}

/** The script that fish reads: `imago completion fish | source`. */
export function fishScript(tree: Branch): string {
	const groups = tree.verbs.filter(({ verbs }) => verbs.length > 0);
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
		...tree.verbs.map(
			({ name, about }) =>
				`complete -c imago -n '__imago_at' -f -a ${quoted(name)} -d ${quoted(about)}`
		),
		...groups.flatMap(({ name, verbs }) =>
			verbs.map(
				(verb) =>
					`complete -c imago -n '__imago_at ${name}' -f -a ${quoted(verb.name)} -d ${quoted(verb.about)}`
			)
		),
		...leaves(tree).flatMap(({ words, branch }) => optionLines(words, branch)),
		``
	].join('\n');
}
