import type { DBAdapter, Where } from '@better-auth/core/db/adapter';
import { hashToken, newToken } from '../tokens.ts';
import { familiesOf } from './user-agent.ts';

/**
 * Wraps the database adapter of better-auth, which stores session tokens in plain text, so that
 * read access to the table would be enough to sign in. Tokens are hashed in every insert and
 * look-up, and a found row is returned with the token that was looked up, so the library works
 * unchanged. Of the user agent only the families of browser and system are stored.
 */
export function withHashedTokens(adapter: DBAdapter): DBAdapter {
	const hashWhere = (model: string, where: Where[]): Where[] =>
		model !== 'session'
			? where
			: where.map((part) => {
					if (part.field !== 'token') return part;
					if (typeof part.value === 'string') return { ...part, value: hashToken(part.value) };
					if (Array.isArray(part.value)) {
						return { ...part, value: part.value.map((value) => hashToken(String(value))) };
					}
					return part;
				});
	const lookedUpToken = (model: string, where: Where[]): string | undefined => {
		const part = model === 'session' ? where.find(({ field }) => field === 'token') : undefined;
		return typeof part?.value === 'string' ? part.value : undefined;
	};
	const withToken = <Found>(found: Found, token: string | undefined): Found =>
		found !== null && typeof found === 'object' && token !== undefined && 'token' in found
			? { ...found, token }
			: found;

	return {
		...adapter,
		create: async (data) => {
			if (data.model !== 'session') return adapter.create(data);
			// The token of the library has about 190 random bits; this one has 256.
			const token = newToken();
			const { userAgent } = data.data as { userAgent?: unknown };
			const created = await adapter.create({
				...data,
				data: { ...data.data, token: hashToken(token), userAgent: familiesOf(userAgent) }
			});
			return withToken(created, token) as never;
		},
		findOne: async <Found>(data: Parameters<DBAdapter['findOne']>[0]) =>
			withToken(
				await adapter.findOne<Found>({ ...data, where: hashWhere(data.model, data.where) }),
				lookedUpToken(data.model, data.where)
			),
		findMany: (data) =>
			adapter.findMany({ ...data, where: hashWhere(data.model, data.where ?? []) }),
		update: async <Found>(data: Parameters<DBAdapter['update']>[0]) =>
			withToken(
				await adapter.update<Found>({ ...data, where: hashWhere(data.model, data.where) }),
				lookedUpToken(data.model, data.where)
			),
		updateMany: (data) => adapter.updateMany({ ...data, where: hashWhere(data.model, data.where) }),
		delete: (data) => adapter.delete({ ...data, where: hashWhere(data.model, data.where) }),
		deleteMany: (data) => adapter.deleteMany({ ...data, where: hashWhere(data.model, data.where) })
	};
}
