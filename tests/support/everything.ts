import type { TestApp } from './app.ts';

/** Every value of every table in lower case, also of the internal tables of the text search. */
export async function everythingIn({ raw }: Pick<TestApp, 'raw'>): Promise<string> {
	const tables = await raw.all(
		raw.engine === 'postgres'
			? "select tablename as name from pg_tables where schemaname = 'public'"
			: "select name from sqlite_master where type = 'table'"
	);
	const values: unknown[] = [];
	for (const { name } of tables) {
		for (const row of await raw.all(`select * from "${String(name)}"`)) {
			values.push(...Object.values(row));
		}
	}
	return values
		.map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value))
		.join('\n')
		.toLowerCase();
}
