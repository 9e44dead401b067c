import { sql, type RawBuilder } from 'kysely';
import type { Database } from './db/open.ts';
import { tooMany, waitAfter, type Limit, type Limiter, type Pace, type Quota } from './limiter.ts';
import { hashToken } from './secrets.ts';

/** An address or an account never stands in the table in the clear. */
function keyOf(name: string, key: string): string {
	return hashToken(`${name} ${key}`);
}

/** What one more try changes of its row. */
interface Counted {
	until: string | RawBuilder<string>;
	next_at?: RawBuilder<string>;
}

const instant = (millis: number): string => new Date(millis).toISOString();

/** When the next try may come after so many failures. */
function waited(failures: number, pace: Pace, nowMillis: number): string {
	return instant(nowMillis + waitAfter(failures, pace) * 1000);
}

/** The same for one failure more than the row has, as cases of one statement. */
function waits(pace: Pace, nowMillis: number) {
	const cases = [sql`when rate_limits.used + 1 < ${sql.lit(pace.free)} then ${instant(nowMillis)}`];
	let failures = pace.free;
	for (; waitAfter(failures, pace) < pace.longest; failures += 1) {
		cases.push(
			sql`when rate_limits.used + 1 = ${sql.lit(failures)} then ${waited(failures, pace, nowMillis)}`
		);
	}
	return sql`${sql.join(cases, sql` `)} else ${waited(failures, pace, nowMillis)}`;
}

/**
 * Counts that several processes share, in fixed windows like those of one process's memory. What has
 * run out is cleared with everything else that has (`retention.ts`), so the table is bounded by time.
 */
export class DatabaseLimiter implements Limiter {
	readonly #database: Database;
	constructor(database: Database) {
		this.#database = database;
	}

	async take(name: string, key: string, limit: Limit, nowMillis: number): Promise<Quota> {
		const until = instant(nowMillis + limit.minutes * 60_000);
		const added = await this.#add({ key: keyOf(name, key), until }, instant(nowMillis), {
			may: sql`rate_limits.used < ${limit.most}`,
			set: (isOver) => ({
				until: sql<string>`case when ${isOver} then ${until} else rate_limits.until end`
			})
		});
		if (!added) throw await this.#refusal('until', name, key, nowMillis);
		const end = Date.parse(added.until);
		const seconds = Math.max(1, Math.ceil((end - nowMillis) / 1000));
		return { left: limit.most - added.used, seconds };
	}

	async slow(name: string, key: string, pace: Pace, nowMillis: number): Promise<void> {
		const now = instant(nowMillis);
		const until = instant(nowMillis + pace.minutes * 60_000);
		const first = waited(1, pace, nowMillis);
		const added = await this.#add({ key: keyOf(name, key), until, next_at: first }, now, {
			may: sql`rate_limits.next_at is null or rate_limits.next_at <= ${now}`,
			set: (isOver) => ({
				until,
				next_at: sql<string>`case when ${isOver} then ${first} ${waits(pace, nowMillis)} end`
			})
		});
		if (!added) throw await this.#refusal('next_at', name, key, nowMillis);
	}

	/**
	 * One statement, so that of many at once each sees its own number.
	 * @param row of a first try
	 * @param again what holds for one more within the window, and what it changes beside the number
	 * @returns nothing where it was not counted
	 */
	#add(
		row: { key: string; until: string; next_at?: string },
		now: string,
		again: { may: RawBuilder<unknown>; set(isOver: RawBuilder<boolean>): Counted }
	) {
		const isOver = sql<boolean>`rate_limits.until <= ${now}`;
		const used = sql<number>`case when ${isOver} then 1 else rate_limits.used + 1 end`;
		// A crash forgives a few tries; waiting for the disk at each would cost every request more.
		return this.#database.stage((tx) =>
			tx
				.insertInto('rate_limits')
				.values({ ...row, used: 1 })
				.onConflict((conflict) =>
					conflict
						.column('key')
						.doUpdateSet({ used, ...again.set(isOver) })
						.where(sql<boolean>`${isOver} or ${again.may}`)
				)
				.returning(['used', 'until'])
				.executeTakeFirst()
		);
	}

	/** Why nothing was counted. What was waited for may have come between the two looks. */
	async #refusal(what: 'until' | 'next_at', name: string, key: string, nowMillis: number) {
		const row = await this.#database.read
			.selectFrom('rate_limits')
			.select(what)
			.where('key', '=', keyOf(name, key))
			.executeTakeFirst();
		return tooMany(name, Date.parse(row?.[what] ?? instant(nowMillis)), nowMillis);
	}

	async refund(name: string, key: string): Promise<void> {
		await this.#database.write((tx) =>
			tx
				.updateTable('rate_limits')
				.set((is) => ({ used: is('used', '-', 1), next_at: null }))
				.where('key', '=', keyOf(name, key))
				.where('used', '>', 0)
				.execute()
		);
	}

	async clear(name: string, key: string): Promise<void> {
		await this.#database.write((tx) =>
			tx.deleteFrom('rate_limits').where('key', '=', keyOf(name, key)).execute()
		);
	}
}
