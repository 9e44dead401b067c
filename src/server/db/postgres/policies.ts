import { instanceTables } from '../tables.ts';
import { scopeRole } from './connection.ts';

/** A table as the catalogue has it. */
export interface CatalogueTable {
	name: string;
	columns: readonly string[];
}

const mine = "current_setting('imago.workspace', true)";
/** Whose account the workspace is; the policy of `workspaces` leaves one row to look at. */
const mineToo = 'in (select w.user_id from workspaces w)';

/** What the role of one workspace may see of the instance's tables, and do there. */
const shared: Readonly<Record<string, { rights: string; where: string }>> = {
	workspaces: { rights: 'select, update', where: `id = ${mine}` },
	auth_user: { rights: 'select', where: `id ${mineToo}` },
	auth_passkey: { rights: 'select, delete', where: `"userId" ${mineToo}` },
	auth_session: { rights: 'select, delete', where: `"userId" ${mineToo}` },
	key_reviews: { rights: 'select, delete', where: `user_id ${mineToo}` }
};

/** Whether a table of the instance shows the role of one workspace a part of itself. */
export function isShared(table: string): boolean {
	return Object.hasOwn(shared, table);
}

/** Read by the functions that run as the owner (migrations 0013, 0037): there the policy is open. */
const openToOwner: ReadonlySet<string> = new Set([
	'people_search',
	'keys',
	'workspaces',
	'auth_user',
	'auth_session'
]);

/** The instance's own lists of titles: the same for everybody, nobody's secret. */
const forEverybody: ReadonlySet<string> = new Set(['lexicons', 'lexicon_titles', 'lexicon_words']);

function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}

function policy(table: string, name: string, role: string, where: string): string {
	return [
		`drop policy if exists ${name} on ${quoted(table)};`,
		`create policy ${name} on ${quoted(table)} to ${role} using (${where}) with check (${where});`
	].join('\n');
}

function walls(table: string): string {
	return `alter table ${quoted(table)} enable row level security;\nalter table ${quoted(table)} force row level security;`;
}

function ofWorkspace(table: string): string[] {
	return [
		walls(table),
		`revoke all on ${quoted(table)} from public;`,
		`grant select, insert, update, delete on ${quoted(table)} to ${scopeRole};`,
		policy(table, 'one_workspace', scopeRole, `workspace_id = ${mine}`)
	];
}

function ofInstance(table: string, app: string): string[] {
	const all = `grant select, insert, update, delete on ${quoted(table)} to ${app};`;
	if (forEverybody.has(table)) return [all, `grant select on ${quoted(table)} to ${scopeRole};`];
	const part = shared[table];
	if (!part) return [all];
	return [
		walls(table),
		all,
		policy(table, 'instance', app, 'true'),
		`grant ${part.rights} on ${quoted(table)} to ${scopeRole};`,
		policy(table, 'one_workspace', scopeRole, part.where)
	];
}

/**
 * The second wall, made from the schema itself so that a new table stands behind it without a line
 * here: tables of a workspace are for the role of one workspace alone, those of the instance for the
 * program. Runs after migrations, as the owner; running it again changes nothing.
 * @param app the role that DATABASE_URL signs in as
 * @param owner the role that runs this
 */
export function policiesFor(
	tables: readonly CatalogueTable[],
	{ app, owner }: { app: string; owner: string }
): string {
	const program = quoted(app);
	const lines = [
		`grant usage on schema public to ${program}, ${scopeRole};`,
		`grant select on migrations to ${program};`,
		'revoke execute on function lookup_credential(text, text), people_matching(text, bigint, bigint), people_holding(text[], bigint, bigint), people_holding_any(text[], text[], bigint, bigint) from public;',
		`grant execute on function lookup_credential(text, text) to ${program};`,
		`grant execute on function people_holding(text[], bigint, bigint), people_holding_any(text[], text[], bigint, bigint) to ${scopeRole};`
	];
	for (const { name } of tables) {
		if (name === 'migrations') continue;
		lines.push(...(instanceTables.has(name) ? ofInstance(name, program) : ofWorkspace(name)));
		if (openToOwner.has(name)) lines.push(policy(name, 'own_functions', quoted(owner), 'true'));
	}
	return `${lines.join('\n')}\n`;
}
