import { sql } from 'kysely';
import type { Database } from './db/open.ts';
import { tooMany, type Limit, type Limiter, type Standing } from './limiter.ts';
import { hashToken } from './secrets.ts';

/** An address or an account never stands in the table in the clear. */
function keyOf(name: string, key: string): string {
	return hashToken(`${name} ${key}`);
}

/** Failures are counted whatever their number. */
const mostCounted = 1_000_000;

const instant = (millis: number): string => new Date(millis).toISOString();

/**
 * Counts that several processes share, in fixed windows like those of one process's memory. What has
 * run out is cleared with everything else that has (`clean.ts`), so the table is bounded by time.
 */
export class DatabaseLimiter implements Limiter {
	readonly #database: Database;
	constructor(database: Database) {
		this.#database = database;
	}

	async check(name: string, key: string, limit: Limit, nowMillis: number): Promise<void> {
		const count = await this.#database.read
			.selectFrom('tries')
			.select(['used', 'until'])
			.where('key', '=', keyOf(name, key))
			.where('until', '>', instant(nowMillis))
			.executeTakeFirst();
		if (count && count.used >= limit.most) throw tooMany(name, Date.parse(count.until), nowMillis);
	}

	async count(name: string, key: string, limit: Limit, nowMillis: number): Promise<void> {
		await this.#add(name, key, { ...limit, most: mostCounted }, nowMillis);
	}

	async take(name: string, key: string, limit: Limit, nowMillis: number): Promise<Standing> {
		const added = await this.#add(name, key, limit, nowMillis);
		// Nothing was counted, so the window is used up; its end may have come between the two looks.
		if (!added) {
			await this.check(name, key, limit, nowMillis);
			throw tooMany(name, nowMillis + 1000, nowMillis);
		}
		const { used, until } = added;
		const end = Date.parse(until);
		const seconds = Math.max(1, Math.ceil((end - nowMillis) / 1000));
		return { left: limit.most - used, seconds };
	}

	/** One statement, so that of many at once each sees its own number; none beyond the limit. */
	#add(name: string, key: string, limit: Limit, nowMillis: number) {
		const until = instant(nowMillis + limit.minutes * 60_000);
		const now = instant(nowMillis);
		const isOver = sql<boolean>`tries.until <= ${now}`;
		// A crash forgives a few tries; waiting for the disk at each would cost every request more.
		return this.#database.stage((tx) =>
			tx
				.insertInto('tries')
				.values({ key: keyOf(name, key), used: 1, until })
				.onConflict((conflict) =>
					conflict
						.column('key')
						.doUpdateSet((is) => ({
							used: is
								.case()
								.when(isOver)
								.then(1)
								.else(is('tries.used', '+', 1))
								.end(),
							until: is.case().when(isOver).then(until).else(is.ref('tries.until')).end()
						}))
						.where((is) => is.or([isOver, is('tries.used', '<', limit.most)]))
				)
				.returning(['used', 'until'])
				.executeTakeFirst()
		);
	}

	async refund(name: string, key: string): Promise<void> {
		await this.#database.write((tx) =>
			tx
				.updateTable('tries')
				.set((is) => ({ used: is('used', '-', 1) }))
				.where('key', '=', keyOf(name, key))
				.where('used', '>', 0)
				.execute()
		);
	}

	async clear(name: string, key: string): Promise<void> {
		await this.#database.write((tx) =>
			tx.deleteFrom('tries').where('key', '=', keyOf(name, key)).execute()
		);
	}
}
