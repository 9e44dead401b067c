import { isCalled } from '#method/same-name.ts';
import type { PersonReferences, ReferencedPerson } from '#server/person-references.ts';
import type { Scope } from '#server/scope.server.ts';
import { addressIn, nameIn } from '../rules/consultation.ts';

/** Whether the e-mail address belongs to another person of the address book. */
async function isOfAnother(
	scope: Scope,
	address: string | undefined,
	person: ReferencedPerson
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

/** Consultation requests whose coach is the person; they are deleted. */
export const clarityReferences: PersonReferences = {
	eraseNamed: async (scope, person) => {
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
};
