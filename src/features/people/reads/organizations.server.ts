import { textKey } from '#method/folding.ts';
import type { PageRequest } from '#server/paging.ts';
import type { Scope } from '#server/scope.server.ts';
import { organizationKind, type OrganizationKind } from '../schemas.ts';
import * as store from '../store/organizations.server.ts';

/** Schools, associations or employers by name: all of them, or the requested page. */
export async function listedOrganizations(
	scope: Scope,
	{ kind, ...asked }: PageRequest & { kind?: OrganizationKind | undefined }
) {
	const page = await store.organizationsOf(scope, kind, asked);
	const organizations = page.rows.map(({ id: organizationId, name, kind: of, addedAt }) => {
		return { id: organizationId, name, kind: organizationKind.parse(of), addedAt };
	});
	return { organizations, nextCursor: page.nextCursor };
}

/** The organization of a kind with this name, ignoring case and accents; undefined if there is none. */
export async function organizationCalled(scope: Scope, kind: string, name: string) {
	return store.organizationNamed(scope, textKey(name), kind);
}

/** The organization of a kind with this id; undefined if missing, of another workspace or another kind. */
export async function organizationOfKind(scope: Scope, kind: string, id: string) {
	const organization = await store.organizationRow(scope, id);
	return organization?.kind === kind ? organization : undefined;
}
