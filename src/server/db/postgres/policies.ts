import { instanceTables } from '../tables.ts';
import { scopeRole } from './connection.ts';

/** A table of the catalogue. */
export interface CatalogueTable {
	name: string;
	columns: readonly string[];
}

const currentWorkspace = "current_setting('imago.workspace', true)";
/**
 * Condition for the user of the current workspace; the policy of `workspaces` leaves one row to
 * read.
 */
const ofCurrentUser = 'in (select w.user_id from workspaces w)';

/** Rights of the workspace role on tables of the instance, and the rows that it may access. */
const shared: Readonly<Record<string, { rights: string; where: string }>> = {
	workspaces: { rights: 'select, update', where: `id = ${currentWorkspace}` },
	auth_user: { rights: 'select', where: `id ${ofCurrentUser}` },
	auth_passkey: { rights: 'select, delete', where: `"userId" ${ofCurrentUser}` },
	auth_session: { rights: 'select, delete', where: `"userId" ${ofCurrentUser}` },
	key_reviews: { rights: 'select, delete', where: `user_id ${ofCurrentUser}` }
};

/** Whether a table of the instance is partly accessible to the workspace role. */
export function isShared(table: string): boolean {
	return Object.hasOwn(shared, table);
}

/**
 * Tables that functions of the owner read (migrations 0013, 0037): a policy gives the owner access.
 */
const readByOwner: ReadonlySet<string> = new Set([
	'people_search',
	'keys',
	'workspaces',
	'auth_user',
	'auth_session'
]);

/** Lists of titles of the instance: the same for everybody, and not confidential. */
const publicLists: ReadonlySet<string> = new Set(['lexicons', 'lexicon_titles', 'lexicon_words']);

function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}

function policy(table: string, name: string, role: string, where: string): string {
	return [
		`drop policy if exists ${name} on ${quoted(table)};`,
		`create policy ${name} on ${quoted(table)} to ${role} using (${where}) with check (${where});`
	].join('\n');
}

function forceRowLevelSecurity(table: string): string {
	return `alter table ${quoted(table)} enable row level security;\nalter table ${quoted(table)} force row level security;`;
}

function ofWorkspace(table: string): string[] {
	return [
		forceRowLevelSecurity(table),
		`revoke all on ${quoted(table)} from public;`,
		`grant select, insert, update, delete on ${quoted(table)} to ${scopeRole};`,
		policy(table, 'one_workspace', scopeRole, `workspace_id = ${currentWorkspace}`)
	];
}

function ofInstance(table: string, app: string): string[] {
	const all = `grant select, insert, update, delete on ${quoted(table)} to ${app};`;
	if (publicLists.has(table)) return [all, `grant select on ${quoted(table)} to ${scopeRole};`];
	const part = shared[table];
	if (!part) return [all];
	return [
		forceRowLevelSecurity(table),
		all,
		policy(table, 'instance', app, 'true'),
		`grant ${part.rights} on ${quoted(table)} to ${scopeRole};`,
		policy(table, 'one_workspace', scopeRole, part.where)
	];
}

/**
 * Makes the SQL for row-level security from the schema, so that a new table is protected without a
 * change here: tables of workspaces are accessible to the workspace role alone, those of the
 * instance to the program. Runs after migrations, as the owner; running it again changes nothing.
 * @param app role that DATABASE_URL signs in as
 * @param owner role that runs this
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
		if (readByOwner.has(name)) lines.push(policy(name, 'own_functions', quoted(owner), 'true'));
	}
	return `${lines.join('\n')}\n`;
}
