import type { TestApp } from '#tests/support/app.ts';

/** Every value of every table, also of those that the text search keeps for itself. */
export function everythingIn(house: TestApp): string {
	const { file: sqlite } = house.app.database;
	const tables = sqlite.prepare("select name from sqlite_master where type = 'table'").all();
	const values = tables.flatMap(({ name }) =>
		sqlite
			.prepare(`select * from "${String(name)}"`)
			.all()
			.flatMap((row) => Object.values(row))
	);
	return values
		.map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value))
		.join('\n')
		.toLowerCase();
}
