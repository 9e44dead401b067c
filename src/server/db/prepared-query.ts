import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Scope } from '../scope.server.ts';
import { boundQuery } from './query-workspaces.ts';
import { engineOf, type Engine } from './connection-settings.ts';
import { UnscopedStatement, WorkspaceGuard } from './workspace-guard.ts';
import type { Tables } from './tables.ts';

/** Stands for an argument while a statement is built once; no text of anybody looks like it. */
const placeholder = (index: number): string => `\u0000imago:${index}`;

interface Prepared {
	query: CompiledQuery;
	/** for each parameter: which argument it is, or the constant it always is */
	parameters: ({ argument: number } | { constant: unknown })[];
}

function prepare(compiled: CompiledQuery): Prepared {
	const places = new Map<unknown, number>();
	const parameters = compiled.parameters.map((value) => {
		if (typeof value !== 'string' || !value.startsWith('\u0000imago:')) return { constant: value };
		const argument = Number(value.slice('\u0000imago:'.length));
		places.set(value, argument);
		return { argument };
	});
	if (!places.has(placeholder(0))) throw new UnscopedStatement('a remembered one has no workspace');
	return { query: compiled, parameters };
}

/**
 * A statement that is built, checked by the guard and compiled once, then run with other
 * arguments. Building one with the query layer costs more than most answers; pages read ten.
 * Written for pages, it brings no more rows than a read may.
 * @param build makes the statement; called once, so its form must not depend on the arguments
 * @returns a store's function: scope and the texts that `build` asked for
 */
export function preparedQuery<Row, Texts extends string[]>(
	build: (db: Kysely<Tables>, workspaceId: string, ...texts: Texts) => Compilable<Row>
): (scope: Scope, ...texts: Texts) => Promise<Row[]> {
	const byEngine = new Map<Engine, Prepared>();
	return async (scope, ...texts) => {
		const engine = engineOf(scope.db);
		let kept = byEngine.get(engine);
		if (!kept) {
			const db = scope.db
				.withoutPlugins()
				.withPlugin(new WorkspaceGuard(placeholder(0), { bounded: true }));
			const stand = texts.map((_, index) => placeholder(index + 1)) as Texts;
			kept = prepare(build(db, placeholder(0), ...stand).compile());
			byEngine.set(engine, kept);
		}
		const parameters = kept.parameters.map((each) => {
			if ('constant' in each) return each.constant;
			return each.argument === 0 ? scope.workspaceId : texts[each.argument - 1];
		});
		const { rows } = await scope.db.executeQuery<Row>(
			boundQuery(kept.query as CompiledQuery<Row>, parameters, scope.workspaceId)
		);
		return rows;
	};
}
