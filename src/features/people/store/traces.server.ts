import { addressIn, nameIn } from '#features/clarity/rules/consultation.ts';
import type { Instant } from '#kernel/clock.ts';
import type { Scope } from '#server/scope.server.ts';
import { nameKeys } from '../rules/folding.ts';
import { eraseConnector } from './connector-traces.server.ts';
import type { PersonRow } from './people.server.ts';

type Person = Pick<PersonRow, 'id' | 'name' | 'name_key' | 'family_key' | 'email'>;

/** Whether a name is theirs, whichever of its parts comes first. */
function isCalled(name: string, person: Person): boolean {
	const { nameKey } = nameKeys({ given: '', family: '', name });
	return nameKey === person.name_key || nameKey === person.family_key;
}

/** Tables whose rows are about one person and go with them, and the column that says whom. */
const own = [
	['asked_people', 'person_id'],
	['introductions', 'connector_id'],
	['introductions', 'person_id'],
	['met_people', 'person_id'],
	['named_people', 'person_id']
] as const;

/**
 * Who was asked for whom, who was introduced, met and named: what the second half of the journey
 * keeps of a person beside their interviews. It goes with them, names and all.
 */
export async function eraseTraces(scope: Scope, person: Person) {
	for (const [table, column] of own) {
		await scope.db
			.deleteFrom(table)
			.where('workspace_id', '=', scope.workspaceId)
			.where(column, '=', person.id)
			.execute();
	}
	await scope.db
		.updateTable('schools')
		.set({ administrator_id: null })
		.where('workspace_id', '=', scope.workspaceId)
		.where('administrator_id', '=', person.id)
		.execute();
}

/** Places where somebody may stand by their name alone. */
const byName = ['introductions', 'met_people', 'named_people'] as const;

/** Rows that say the same name and no person yet: who is forgotten does not stay as a word. */
async function namedAlike(scope: Scope, table: (typeof byName)[number], person: Person) {
	const rows = await scope.db
		.selectFrom(table as 'met_people')
		.select(['id', 'name'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('person_id', 'is', null)
		.execute();
	return rows.filter(({ name }) => isCalled(name, person)).map(({ id }) => id);
}

/**
 * Where they are named without a link to their entry: offered, met, named in a talk, or asked for a
 * consultation. Only who is forgotten goes from there; somebody else of the same name may go too,
 * which is the smaller harm.
 */
export async function eraseNamed(scope: Scope, person: Person, now: Instant): Promise<void> {
	await eraseConnector(scope, person, now);
	await eraseCoach(scope, person);
	for (const table of byName) {
		const ids = await namedAlike(scope, table, person);
		if (ids.length === 0) continue;
		await scope.db
			.deleteFrom(table as 'met_people')
			.where('workspace_id', '=', scope.workspaceId)
			.where('id', 'in', ids)
			.execute();
	}
}

/** Requests for a clarity talk with them. */
async function eraseCoach(scope: Scope, person: Person): Promise<void> {
	const requests = await scope.db
		.selectFrom('consultations')
		.select(['id', 'coach'])
		.where('workspace_id', '=', scope.workspaceId)
		.execute();
	const ids: string[] = [];
	for (const { id, coach } of requests) {
		const address = addressIn(coach)?.toLowerCase();
		const isTheirs = address !== undefined && address === person.email?.toLowerCase();
		const isNamed = isCalled(nameIn(coach), person);
		if (isTheirs || (isNamed && !(await isOfAnother(scope, address, person)))) ids.push(id);
	}
	if (ids.length === 0) return;
	await scope.db
		.deleteFrom('consultations')
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', 'in', ids)
		.execute();
}

/** Whether an address is known to be a namesake's. */
async function isOfAnother(
	scope: Scope,
	address: string | undefined,
	person: Person
): Promise<boolean> {
	if (address === undefined) return false;
	const found = await scope.db
		.selectFrom('people')
		.select('id')
		.where('workspace_id', '=', scope.workspaceId)
		.where('email', '=', address)
		.where('id', '!=', person.id)
		.executeTakeFirst();
	return found !== undefined;
}

/** Introductions by a person and of them, which go when they are forgotten. */
export async function introductionsWith(scope: Scope, person: Person): Promise<number> {
	const { count } = await scope.db
		.selectFrom('introductions')
		.select((is) => is.fn.countAll<number>().as('count'))
		.where('workspace_id', '=', scope.workspaceId)
		.where((is) => is.or([is('connector_id', '=', person.id), is('person_id', '=', person.id)]))
		.executeTakeFirstOrThrow();
	return Number(count) + (await namedAlike(scope, 'introductions', person)).length;
}
