import type { DBAdapter, Where } from '@better-auth/core/db/adapter';
import { hashToken, newToken } from '../secrets.ts';
import { familiesOf } from './user-agent.ts';

/**
 * better-auth keeps the tokens of sessions as they are; whoever reads the table could sign in.
 * This stands between it and the table: tokens are hashed on the way in and in every look-up, and
 * a found row shows the token that was asked for, so that the library notices nothing. Of the browser
 * only the families are kept.
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
	const askedToken = (model: string, where: Where[]): string | undefined => {
		const part = model === 'session' ? where.find(({ field }) => field === 'token') : undefined;
		return typeof part?.value === 'string' ? part.value : undefined;
	};
	const show = <Found>(found: Found, token: string | undefined): Found =>
		found !== null && typeof found === 'object' && token !== undefined && 'token' in found
			? { ...found, token }
			: found;

	return {
		...adapter,
		create: async (data) => {
			if (data.model !== 'session') return adapter.create(data);
			// The library's own has about 190 random bits; ours have 256.
			const token = newToken();
			const { userAgent } = data.data as { userAgent?: unknown };
			const created = await adapter.create({
				...data,
				data: { ...data.data, token: hashToken(token), userAgent: familiesOf(userAgent) }
			});
			return show(created, token) as never;
		},
		findOne: async <Found>(data: Parameters<DBAdapter['findOne']>[0]) =>
			show(
				await adapter.findOne<Found>({ ...data, where: hashWhere(data.model, data.where) }),
				askedToken(data.model, data.where)
			),
		findMany: (data) =>
			adapter.findMany({ ...data, where: hashWhere(data.model, data.where ?? []) }),
		update: async <Found>(data: Parameters<DBAdapter['update']>[0]) =>
			show(
				await adapter.update<Found>({ ...data, where: hashWhere(data.model, data.where) }),
				askedToken(data.model, data.where)
			),
		updateMany: (data) => adapter.updateMany({ ...data, where: hashWhere(data.model, data.where) }),
		delete: (data) => adapter.delete({ ...data, where: hashWhere(data.model, data.where) }),
		deleteMany: (data) => adapter.deleteMany({ ...data, where: hashWhere(data.model, data.where) })
	};
}
