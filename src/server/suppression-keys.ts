import type { Scope } from './scope.server.ts';
import { keyedHash, newToken } from './secrets.ts';

/**
 * The keys of a workspace's hashes of people kept out. Its own leaves with it, so that whoever is
 * kept out stays out wherever the workspace goes; the instance's key never leaves.
 */
export interface SuppressionKeys {
	own: Buffer;
	/** the instance's, while hashes stand there that were made with it (before migration 0012) */
	instance: Buffer | undefined;
}

/**
 * The keys of one workspace; its own is made when it is first needed.
 * @param scope of a write, since a key may have to be kept
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
	const { suppression_key: kept } = await scope.db
		.selectFrom('workspaces')
		.select('suppression_key')
		.where('id', '=', scope.workspaceId)
		.executeTakeFirstOrThrow();
	if (kept) return kept;
	const fresh = newToken();
	await scope.db
		.updateTable('workspaces')
		.set({ suppression_key: fresh })
		.where('id', '=', scope.workspaceId)
		.execute();
	return fresh;
}

/** The hashes to keep of these texts: by the workspace's own key. */
export function hashesToKeep({ own }: SuppressionKeys, texts: readonly string[]): string[] {
	return texts.map((text) => keyedHash(own, text));
}

/** Every hash by which these texts may be known here, older ones included. */
export function hashesToFind(keys: SuppressionKeys, texts: readonly string[]): string[] {
	const own = hashesToKeep(keys, texts);
	const { instance } = keys;
	return instance ? [...own, ...texts.map((text) => keyedHash(instance, text))] : own;
}
