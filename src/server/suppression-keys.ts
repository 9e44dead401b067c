import type { Scope } from './scope.server.ts';
import { keyedHash, newToken } from './tokens.ts';

/**
 * Keys for the hashes of a workspace's suppression list. The workspace's own key is exported with
 * it, so that the suppression list works on another instance; the instance key is never exported.
 */
export interface SuppressionKeys {
	own: Buffer;
	/**
	 * the instance key, while the workspace has hashes that were made with it (before migration 0012)
	 */
	instance: Buffer | undefined;
}

/**
 * The keys of one workspace; its own key is created when it is first needed.
 * @param scope of a write, since a key may have to be stored
 */
export async function suppressionKeysOf(
	scope: Scope,
	instanceKey: Buffer
): Promise<SuppressionKeys> {
	const older = await scope.db
		.selectFrom('suppressions')
		.select('hash')
		.where('workspace_id', '=', scope.workspaceId)
		.where('keyed_by', '=', 'instance')
		.limit(1)
		.executeTakeFirst();
	return {
		own: Buffer.from(await ownKeyOf(scope), 'base64url'),
		instance: older ? instanceKey : undefined
	};
}

async function ownKeyOf(scope: Scope): Promise<string> {
	const { suppression_key: stored } = await scope.db
		.selectFrom('workspaces')
		.select('suppression_key')
		.where('id', '=', scope.workspaceId)
		.executeTakeFirstOrThrow();
	if (stored) return stored;
	const fresh = newToken();
	await scope.db
		.updateTable('workspaces')
		.set({ suppression_key: fresh })
		.where('id', '=', scope.workspaceId)
		.execute();
	return fresh;
}

/** The hashes to store for these texts, with the key of the workspace. */
export function hashesToKeep({ own }: SuppressionKeys, texts: readonly string[]): string[] {
	return texts.map((text) => keyedHash(own, text));
}

/** All hashes under which these texts may be stored, older ones included. */
export function hashesToFind(keys: SuppressionKeys, texts: readonly string[]): string[] {
	const own = hashesToKeep(keys, texts);
	const { instance } = keys;
	return instance ? [...own, ...texts.map((text) => keyedHash(instance, text))] : own;
}
