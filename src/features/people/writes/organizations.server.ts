import { refuseConflict } from '#kernel/refusal.ts';
import { textKey } from '#method/folding.ts';
import type { Context } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import type { OrganizationKind } from '../schemas.ts';
import * as store from '../store/organizations.server.ts';

interface Added {
	id?: string | undefined;
	name: string;
	kind: OrganizationKind;
}

/** Adds a school, an association or an employer; refusals as of `organizations.add`. */
export async function addOrganization({ scope, now, record, newId }: Context, input: Added) {
	const organizationId = input.id ?? newId();
	const before = input.id ? await store.organizationRow(scope, input.id) : undefined;
	if (before) {
		if (before.name === input.name && before.kind === input.kind) return { id: before.id };
		throw refuseConflict(
			'organizations.id-taken',
			'This id belongs to another organization. Nothing was added. Leave out the id, and a new one is created.',
			'id'
		);
	}
	const name_key = await uniqueNameKey(scope, input.name, input.kind, organizationId);
	const { name, kind } = input;
	await store.addOrganization(scope, { id: organizationId, name, name_key, kind, added_at: now });
	record({ verb: 'organizations.added', about: { kind: 'organization', id: organizationId } });
	return { id: organizationId };
}

/** The folded name; refuses one that another organization of this kind has. */
export async function uniqueNameKey(
	scope: Scope,
	name: string,
	kind: string,
	butNot: string
): Promise<string> {
	const key = textKey(name);
	const same = await store.organizationNamed(scope, key, kind, butNot);
	if (!same) return key;
	throw refuseConflict(
		'organizations.same',
		`${same.name} is already in your list. Nothing was changed. Use that entry, or choose another name.`,
		'name'
	);
}
