import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Scope } from '../scope.server.ts';
import { boundQuery } from './query-workspaces.ts';
import { engineOf, type Engine } from './connection-settings.ts';
import { UnscopedStatement, WorkspaceGuard } from './workspace-guard.ts';
import type { Tables } from './tables.ts';

/**
 * Placeholder of an argument while a statement is built once; no text of a user contains U+0000.
 */
const placeholder = (index: number): string => `\u0000imago:${index}`;

interface Prepared {
	query: CompiledQuery;
	/** for each parameter: the index of its argument, or its constant value */
	parameters: ({ argument: number } | { constant: unknown })[];
}

function prepare(compiled: CompiledQuery): Prepared {
	const positions = new Map<unknown, number>();
	const parameters = compiled.parameters.map((value) => {
		if (typeof value !== 'string' || !value.startsWith('\u0000imago:')) return { constant: value };
		const argument = Number(value.slice('\u0000imago:'.length));
		positions.set(value, argument);
		return { argument };
	});
	if (!positions.has(placeholder(0)))
		throw new UnscopedStatement('a prepared query names no workspace');
	return { query: compiled, parameters };
}

/**
 * Makes a query that is built, checked by the workspace guard and compiled once, then run with
 * other arguments. Building a statement with the query layer costs more than most of them take to
 * run, and a page runs about ten. The query is limited to `mostRowsRead` rows (see `row-limit.ts`).
 * @param build makes the statement; called once per engine, so its form must not depend on the
 * arguments
 * @returns a store function that takes the scope and the texts that `build` takes
 */
export function preparedQuery<Row, Texts extends string[]>(
	build: (db: Kysely<Tables>, workspaceId: string, ...texts: Texts) => Compilable<Row>
): (scope: Scope, ...texts: Texts) => Promise<Row[]> {
	const byEngine = new Map<Engine, Prepared>();
	return async (scope, ...texts) => {
		const engine = engineOf(scope.db);
		let prepared = byEngine.get(engine);
		if (!prepared) {
			const db = scope.db
				.withoutPlugins()
				.withPlugin(new WorkspaceGuard(placeholder(0), { bounded: true }));
			const placeholders = texts.map((_, index) => placeholder(index + 1)) as Texts;
			prepared = prepare(build(db, placeholder(0), ...placeholders).compile());
			byEngine.set(engine, prepared);
		}
		const parameters = prepared.parameters.map((each) => {
			if ('constant' in each) return each.constant;
			return each.argument === 0 ? scope.workspaceId : texts[each.argument - 1];
		});
		const { rows } = await scope.db.executeQuery<Row>(
			boundQuery(prepared.query as CompiledQuery<Row>, parameters, scope.workspaceId)
		);
		return rows;
	};
}
