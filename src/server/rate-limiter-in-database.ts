import { sql, type RawBuilder } from 'kysely';
import type { Database } from './db/open.ts';
import {
	tooMany,
	waitAfter,
	type Limit,
	type Limiter,
	type Backoff,
	type Quota
} from './rate-limiter.ts';
import { hashToken } from './tokens.ts';

/** Hash of name and key: addresses and accounts are not stored in plain text. */
function keyOf(name: string, key: string): string {
	return hashToken(`${name} ${key}`);
}

/** Columns of a row that one more try changes, beside the number. */
interface Counted {
	until: string | RawBuilder<string>;
	next_at?: RawBuilder<string>;
}

const instant = (millis: number): string => new Date(millis).toISOString();

/** The instant of the next allowed try after this number of failures. */
function nextTryAfter(failures: number, backoff: Backoff, nowMillis: number): string {
	return instant(nowMillis + waitAfter(failures, backoff) * 1000);
}

/** The same for one failure more than the row has, as the cases of an SQL expression. */
function waitCases(backoff: Backoff, nowMillis: number) {
	const cases = [
		sql`when rate_limits.used + 1 < ${sql.lit(backoff.free)} then ${instant(nowMillis)}`
	];
	let failures = backoff.free;
	for (; waitAfter(failures, backoff) < backoff.longest; failures += 1) {
		cases.push(
			sql`when rate_limits.used + 1 = ${sql.lit(failures)} then ${nextTryAfter(failures, backoff, nowMillis)}`
		);
	}
	return sql`${sql.join(cases, sql` `)} else ${nextTryAfter(failures, backoff, nowMillis)}`;
}

/**
 * Counts in the database that several processes share, in fixed windows like those in memory.
 * Expired rows are deleted by `retention.ts`, so the size of the table is bounded by time.
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

	async slow(name: string, key: string, backoff: Backoff, nowMillis: number): Promise<void> {
		const now = instant(nowMillis);
		const until = instant(nowMillis + backoff.minutes * 60_000);
		const first = nextTryAfter(1, backoff, nowMillis);
		const added = await this.#add({ key: keyOf(name, key), until, next_at: first }, now, {
			may: sql`rate_limits.next_at is null or rate_limits.next_at <= ${now}`,
			set: (isOver) => ({
				until,
				next_at: sql<string>`case when ${isOver} then ${first} ${waitCases(backoff, nowMillis)} end`
			})
		});
		if (!added) throw await this.#refusal('next_at', name, key, nowMillis);
	}

	/**
	 * Adds a try in one statement, so that simultaneous tries each get their own number.
	 * @param row to insert for a first try
	 * @param again condition for one more try within the window, and the columns it changes beside
	 * the number
	 * @returns nothing where the try was not counted
	 */
	#add(
		row: { key: string; until: string; next_at?: string },
		now: string,
		again: { may: RawBuilder<unknown>; set(isOver: RawBuilder<boolean>): Counted }
	) {
		const isOver = sql<boolean>`rate_limits.until <= ${now}`;
		const used = sql<number>`case when ${isOver} then 1 else rate_limits.used + 1 end`;
		// A crash may lose a few tries; waiting for the disk at each would slow every request.
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

	/**
	 * The refusal of a try that was not counted. The window may have ended between the two
	 * statements.
	 */
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
				.set((eb) => ({ used: eb('used', '-', 1), next_at: null }))
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
