import { sql } from 'kysely';
import type { Database } from './db/open.ts';
import {
	tooMany,
	waitAfter,
	type Limit,
	type Limiter,
	type Pace,
	type Standing
} from './limiter.ts';
import { hashToken } from './secrets.ts';

/** An address or an account never stands in the table in the clear. */
function keyOf(name: string, key: string): string {
	return hashToken(`${name} ${key}`);
}

/** Failures are counted whatever their number. */
const mostCounted = 1_000_000;

const instant = (millis: number): string => new Date(millis).toISOString();

/** When the next try may come after so many failures. */
function waited(failures: number, pace: Pace, nowMillis: number): string {
	return instant(nowMillis + waitAfter(failures, pace) * 1000);
}

/** The same for one failure more than the row has, as cases of one statement. */
function waits(pace: Pace, nowMillis: number) {
	const cases = [sql`when tries.used + 1 < ${sql.lit(pace.free)} then ${instant(nowMillis)}`];
	let failures = pace.free;
	for (; waitAfter(failures, pace) < pace.longest; failures += 1) {
		cases.push(
			sql`when tries.used + 1 = ${sql.lit(failures)} then ${waited(failures, pace, nowMillis)}`
		);
	}
	return sql`${sql.join(cases, sql` `)} else ${waited(failures, pace, nowMillis)}`;
}

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

	async slow(name: string, key: string, pace: Pace, nowMillis: number): Promise<void> {
		const now = instant(nowMillis);
		const until = instant(nowMillis + pace.minutes * 60_000);
		const isOver = sql<boolean>`tries.until <= ${now}`;
		const counted = await this.#database.stage((tx) =>
			tx
				.insertInto('tries')
				.values({ key: keyOf(name, key), used: 1, until, next_at: waited(1, pace, nowMillis) })
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
							until,
							next_at: sql<string>`case when ${isOver} then ${waited(1, pace, nowMillis)} ${waits(pace, nowMillis)} end`
						}))
						.where((is) =>
							is.or([isOver, is('tries.next_at', 'is', null), is('tries.next_at', '<=', now)])
						)
				)
				.returning('used')
				.executeTakeFirst()
		);
		if (counted) return;
		const standing = await this.#database.read
			.selectFrom('tries')
			.select('next_at')
			.where('key', '=', keyOf(name, key))
			.executeTakeFirst();
		throw tooMany(name, Date.parse(standing?.next_at ?? now), nowMillis);
	}

	async refund(name: string, key: string): Promise<void> {
		await this.#database.write((tx) =>
			tx
				.updateTable('tries')
				.set((is) => ({ used: is('used', '-', 1), next_at: null }))
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
