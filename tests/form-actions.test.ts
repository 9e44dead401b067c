import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';

/** The text of each file below src/ with this ending. */
const textsOf = (ending: string): [name: string, text: string][] =>
	readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith(ending))
		.map((name) => [name, readFileSync(join(projectRoot, 'src', name), 'utf8')]);

/** Names of form actions, as routes declare them: `write: act(…)`, or spread from `*-actions.server.ts`. */
const declared = new Set(
	textsOf('.server.ts')
		.filter(([name]) => name.startsWith('routes/'))
		.flatMap(([, text]) => [
			...text.matchAll(/^\t(\w+)(?:: |\(|,?$)|formAction\('(\w+)'|Actions = \{ (\w+): /gm)
		])
		.map(([, one, two, three]) => one ?? two ?? three)
);

/** Where a component names an action: it posts to it, or shows what it refused. */
const uses = [
	/\b(?:form)?action="\?(?:[^"]*&)?\/(\w+)"/g,
	/<Post(?:Form|Button)\b[^>]*?\baction="(\w+)"/g,
	/\baction: '(\w+)'/g,
	/\bformState\(form, '(\w+)'/g
];
const lists = [
	/\b(?:wasRefused|refusedSentence)\(form, \[([^\]]*)\]/g,
	/\b(?:steps|actions)=\{\[([^\]]*)\]\}/g
];

test('every form action that a component names is an action of some page', () => {
	const named = textsOf('.svelte').flatMap(([file, text]) => [
		...uses.flatMap((use) => [...text.matchAll(use)].map(([, name = '']) => ({ file, name }))),
		...lists
			.flatMap((list) => [...text.matchAll(list)])
			.flatMap(([, names = '']) => [...names.matchAll(/'(\w+)'/g)])
			.map(([, name = '']) => ({ file, name }))
	]);
	expect(named.length).toBeGreaterThan(200);
	expect(named.filter(({ name }) => !declared.has(name))).toEqual([]);
});
