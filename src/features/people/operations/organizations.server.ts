import { z } from 'zod';
import { id } from '#features/account/shapes.ts';
import { missing, refuse } from '#kernel/refusal.ts';
import { nextCursor, pageFields } from '#server/paging.ts';
import { operation } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { organizationKey } from '../rules/folding.ts';
import { organization, organizationKind, organizationName } from '../shapes.ts';
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
	run: async ({ scope }, { kind, ...asked }) => {
		const page = await store.organizationsOf(scope, kind, asked);
		const organizations = page.rows.map(({ id: organizationId, name, kind: of, addedAt }) => {
			return { id: organizationId, name, kind: organizationKind.parse(of), addedAt };
		});
		return { organizations, nextCursor: page.nextCursor };
	}
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
	run: async ({ scope, now, record, newId }, input) => {
		const organizationId = input.id ?? newId();
		const before = input.id ? await store.organizationRow(scope, input.id) : undefined;
		if (before) {
			if (before.name === input.name && before.kind === input.kind) return { id: before.id };
			throw refuse(
				'conflict',
				'organizations.id-taken',
				'This id belongs to another organization. Nothing was added. Leave it out, and a fresh one is given.',
				'id'
			);
		}
		const name_key = await freeName(scope, input.name, input.kind, organizationId);
		const { name, kind } = input;
		await store.addOrganization(scope, { id: organizationId, name, name_key, kind, added_at: now });
		record({ verb: 'organizations.added', about: { kind: 'organization', id: organizationId } });
		return { id: organizationId };
	}
});

/**
 * Gives an organization another name.
 * @returns the name before, to take it back
 * @refuses `organizations.same` (conflict)
 */
export const renameOrganization = operation({
	name: 'organizations.rename',
	http: { verb: 'PATCH', path: '/organizations/{id}' },
	summary: 'Rename an organization',
	effect: 'write',
	input: z.object({ id, name: organizationName }),
	output: z.object({ before: z.string() }),
	example: { id: '01938b6c-0000-7000-8000-000000000001', name: 'Guild of Editors' },
	run: async ({ scope, record }, input) => {
		const before = await store.organizationRow(scope, input.id);
		if (!before) throw missing('organization');
		const name_key = await freeName(scope, input.name, before.kind, input.id);
		await store.renameOrganization(scope, input.id, { name: input.name, name_key });
		record({ verb: 'organizations.renamed', about: { kind: 'organization', id: input.id } });
		return { before: before.name };
	}
});

/** The folded name, when no other organization of this kind has it. */
async function freeName(scope: Scope, name: string, kind: string, butNot: string): Promise<string> {
	const key = organizationKey(name);
	const same = await store.organizationNamed(scope, key, kind, butNot);
	if (!same) return key;
	throw refuse(
		'conflict',
		'organizations.same',
		`${same.name} is here already. Nothing was changed. Use that entry, or choose another name.`,
		'name'
	);
}
