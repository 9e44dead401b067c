import pg from 'pg';

const first = [
	'Ada',
	'Benedikt',
	'Chiara',
	'Dmitri',
	'Elif',
	'Farid',
	'Greta',
	'Hiro',
	'Ines',
	'Jonas'
];
const family = [
	'Aumann',
	'Berg',
	'Castellan',
	'Duarte',
	'Ekblad',
	'Falcato',
	'Gruber',
	'Holm',
	'Lind'
];
const position = ['Copy Editor', 'Nurse', 'Technical Writer', 'Analyst', 'Teacher', 'Photo Editor'];
const company = ['Harbour Field', 'Mare Alta', 'Nordlicht', 'Quill Press', 'Seven Oaks'];

function list(words: readonly string[]): string {
	return `array[${words.map((word) => `'${word}'`).join(', ')}]`;
}

/** A SQL expression that picks from a list in rotation; `step` differs between lists. */
function pick(words: readonly string[], step: number): string {
	return `(${list(words)})[1 + (n / ${step}) % ${words.length}]`;
}

const person = `
	select w.id as workspace_id, w.id || '-' || n as id,
		${pick(first, 1)} || ' ' || ${pick(family, 3)} || ' ' || n as name,
		${pick(family, 3)} || ' ' || n || ' ' || ${pick(first, 1)} as family,
		${pick(company, 2)} as company, ${pick(position, 5)} as position
	from workspaces w, generate_series(1, 500) n
	where w.id like 'bench-%' and w.created_at = $1`;

/**
 * Drops the indexes during `work`, since creating them afterwards is faster than updating them for
 * millions of rows.
 */
async function withoutIndexes(client: pg.Client, work: () => Promise<void>): Promise<void> {
	const { rows } = await client.query<{ name: string; made: string }>(
		`select i.indexname as name, i.indexdef as made from pg_indexes i
		where i.schemaname = 'public' and i.tablename in ('people', 'people_search')
		and not exists (select from pg_constraint c where c.conname = i.indexname)`
	);
	for (const { name } of rows) await client.query(`drop index "${name}"`);
	await work();
	for (const { made } of rows) await client.query(made);
}

/**
 * Adds workspaces of 500 people each by SQL, with the rows that Imago would write.
 * @param adminUrl connection string of a superuser
 */
export async function addWorkspaces(adminUrl: string, count: number): Promise<void> {
	const client = new pg.Client({ connectionString: adminUrl });
	await client.connect();
	try {
		await client.query("set session_replication_role = replica; set maintenance_work_mem = '1GB'");
		const at = new Date().toISOString();
		const add = async (): Promise<void> => {
			await client.query(
				`insert into auth_user (id, name, email, "emailVerified", "createdAt", "updatedAt")
				select 'bench-' || n || $1, 'Explorer', 'e' || n || '-' || $1 || '@people.example', 0, $1, $1
				from generate_series(1, $2::int) n`,
				[at, count]
			);
			await client.query(
				`insert into workspaces (id, user_id, explorer_name, zone, created_at)
				select id, id, 'Explorer', 'Europe/Stockholm', $1 from auth_user where "createdAt" = $1`,
				[at]
			);
			await client.query(
				`insert into people (workspace_id, id, name, name_key, family_key, company, position, source, added_at, changed_at)
				select workspace_id, id, name, lower(name), lower(family), company, position, 'hand', $1, $1
				from (${person}) p`,
				[at]
			);
			await client.query(
				`insert into people_search (workspace_id, person_id, words)
				select workspace_id, id, ' ' || lower(name || ' ' || company || ' ' || position) || ' '
				from (${person}) p`,
				[at]
			);
		};
		if (count > 100) await withoutIndexes(client, add);
		else await add();
		await client.query('vacuum analyze');
	} finally {
		await client.end();
	}
}
