import { z } from 'zod';
import { exampleId, id } from '#method/field-schemas.ts';
import { found } from '#kernel/refusal.ts';
import { nextCursor, pageFields } from '#server/paging.ts';
import { operation } from '#server/perform.ts';
import { organization, organizationKind, organizationName } from '../schemas.ts';
import { listedOrganizations } from '../reads/organizations.server.ts';
import * as writes from '../writes/organizations.server.ts';
import * as store from '../store/organizations.server.ts';

/**
 * Schools, associations and employers, by name (method.md 2, the three channels): all of them, or
 * a page where `limit` or `cursor` asks for one.
 * @refuses `organizations.cursor`
 */
export const listOrganizations = operation({
	name: 'organizations.list',
	http: { verb: 'GET', path: '/organizations' },
	summary: 'List schools, associations and employers',
	effect: 'read',
	input: z.object({ kind: organizationKind.optional(), ...pageFields }),
	output: z.object({ organizations: z.array(organization), nextCursor }),
	example: { kind: 'association' },
	run: async ({ scope }, input) => listedOrganizations(scope, input)
});

/**
 * Adds a school, an association or an employer.
 * @refuses `organizations.same` (conflict) when one of its kind has this name; `organizations.id-taken`
 */
export const addOrganization = operation({
	name: 'organizations.add',
	http: { verb: 'POST', path: '/organizations' },
	summary: 'Add a school, an association or an employer',
	effect: 'write',
	input: z.object({ id: id.optional(), name: organizationName, kind: organizationKind }),
	output: z.object({ id: z.string() }),
	example: { name: 'Society of Editors', kind: 'association' },
	run: writes.addOrganization
});

/**
 * Renames an organization.
 * @returns the former name, for an undo
 * @refuses `organizations.same` (conflict)
 */
export const renameOrganization = operation({
	name: 'organizations.rename',
	http: { verb: 'PATCH', path: '/organizations/{id}' },
	summary: 'Rename an organization',
	effect: 'write',
	input: z.object({ id, name: organizationName }),
	output: z.object({ before: z.string() }),
	example: { id: exampleId, name: 'Guild of Editors' },
	run: async ({ scope, record }, input) => {
		const before = found(await store.organizationRow(scope, input.id), 'organization');
		const name_key = await writes.uniqueNameKey(scope, input.name, before.kind, input.id);
		await store.changeOrganization(scope, input.id, { name: input.name, name_key });
		record({ verb: 'organizations.renamed', about: { kind: 'organization', id: input.id } });
		return { before: before.name };
	}
});
