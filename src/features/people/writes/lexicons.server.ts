import type { Kysely } from 'kysely';
import type { Instant } from '#kernel/clock.ts';
import { refuse, refuseConflict } from '#kernel/refusal.ts';
import type { Database } from '#server/db/open.ts';
import type { Tables } from '#server/db/tables.ts';
import { newId } from '#server/tokens.ts';
import { fold } from '#method/folding.ts';
import { stemsOf } from '../rules/stems.ts';

/** A title of a lexicon that is being loaded. */
export interface LoadedTitle {
	title: string;
	family: string;
}

/** Rows per transaction, so that other requests wait for a few milliseconds at most. [D] */
const atOnce = 200;

/** Families whose titles are deleted in one transaction. */
const familiesAtOnce = 20;

async function clear(database: Database, lexiconId: string): Promise<void> {
	for (;;) {
		const families = await database.read
			.selectFrom('lexicon_titles')
			.select('family')
			.distinct()
			.where('lexicon_id', '=', lexiconId)
			.limit(familiesAtOnce)
			.execute();
		if (families.length === 0) break;
		const names = families.map(({ family }) => family);
		await database.write((tx) =>
			tx
				.deleteFrom('lexicon_titles')
				.where('lexicon_id', '=', lexiconId)
				.where('family', 'in', names)
				.execute()
		);
	}
	await database.write((tx) => tx.deleteFrom('lexicons').where('id', '=', lexiconId).execute());
}

/** Deletes the titles of interrupted loads. */
async function clearUnfinished(database: Database): Promise<void> {
	const unfinished = await database.read
		.selectFrom('lexicons')
		.select('id')
		.where('committed_at', 'is', null)
		.execute();
	for (const { id } of unfinished) await clear(database, id);
}

/**
 * Begins to load a lexicon. Its titles are not used before `commitLexicon`.
 * @returns its id
 */
export async function beginLexicon(
	database: Database,
	lexicon: { name: string; source: string; licence: string; addedAt: Instant }
): Promise<string> {
	await clearUnfinished(database);
	const id = newId();
	const { addedAt: added_at, ...named } = lexicon;
	await database.write((tx) =>
		tx
			.insertInto('lexicons')
			.values({ id, ...named, titles: 0, added_at, committed_at: null })
			.execute()
	);
	return id;
}

async function nameOfLoading(tx: Kysely<Tables>, lexiconId: string): Promise<string | undefined> {
	const loading = await tx
		.selectFrom('lexicons')
		.select('name')
		.where('id', '=', lexiconId)
		.where('committed_at', 'is', null)
		.executeTakeFirst();
	return loading?.name;
}

/**
 * Adds titles to a lexicon that is being loaded; duplicates are ignored.
 * @throws Refusal `lexicon.broken-off` when another load has begun meanwhile
 */
export async function stageTitles(
	database: Database,
	lexiconId: string,
	titles: readonly LoadedTitle[]
): Promise<void> {
	for (let from = 0; from < titles.length; from += atOnce) {
		const rows = titles.slice(from, from + atOnce).flatMap(({ title, family }) => {
			const title_key = fold(title);
			return title_key === '' ? [] : [{ lexicon_id: lexiconId, family, title_key, title }];
		});
		if (rows.length === 0) continue;
		const words = rows.flatMap(({ title, ...row }) =>
			stemsOf(title).map((stem) => ({ ...row, stem }))
		);
		await database.stage(async (tx) => {
			if (!(await nameOfLoading(tx, lexiconId))) throw brokenOff;
			await tx
				.insertInto('lexicon_titles')
				.values(rows)
				.onConflict((conflict) => conflict.doNothing())
				.execute();
			await tx
				.insertInto('lexicon_words')
				.values(words)
				.onConflict((conflict) => conflict.doNothing())
				.execute();
		});
	}
}

/** Deactivates the committed lexicon of a name. */
function deactivate(tx: Kysely<Tables>, name: string) {
	return tx
		.updateTable('lexicons')
		.set({ committed_at: null })
		.where('name', '=', name)
		.where('committed_at', 'is not', null)
		.returning('id')
		.executeTakeFirst();
}

/**
 * Activates a loaded lexicon, replacing the one of the same name, in one transaction.
 * @returns its number of titles
 */
export async function commitLexicon(
	database: Database,
	lexiconId: string,
	now: Instant
): Promise<{ titles: number; replaced: 'yes' | 'no' }> {
	const { titles } = await database.read
		.selectFrom('lexicon_titles')
		.select((eb) => eb.fn.countAll<number>().as('titles'))
		.where('lexicon_id', '=', lexiconId)
		.executeTakeFirstOrThrow();
	const before = await database.write(async (tx) => {
		const name = await nameOfLoading(tx, lexiconId);
		if (!name) throw brokenOff;
		const replaced = await deactivate(tx, name);
		await tx
			.updateTable('lexicons')
			.set({ titles, committed_at: now })
			.where('id', '=', lexiconId)
			.execute();
		return replaced;
	});
	if (before) await clear(database, before.id);
	return { titles, replaced: before ? 'yes' : 'no' };
}

const brokenOff = refuseConflict(
	'lexicon.broken-off',
	'Another load of job titles has started in the meantime. Nothing of this load was saved. Add the files again.'
);

/** Committed lexicons, by name. */
export function listLexicons(database: Database) {
	return database.read
		.selectFrom('lexicons')
		.select(['name', 'titles', 'source', 'licence', 'added_at as addedAt'])
		.where('committed_at', 'is not', null)
		.orderBy('name')
		.execute();
}

/** Removes a lexicon; its titles are no longer suggested. @throws Refusal `lexicon.missing` */
export async function removeLexicon(database: Database, name: string): Promise<void> {
	const gone = await database.write((tx) => deactivate(tx, name));
	if (!gone) {
		throw refuse(
			'missing',
			'lexicon.missing',
			`There is no lexicon "${name}". Nothing was changed. Run "imago titles list" to view all lexicons.`
		);
	}
	await clear(database, gone.id);
}
