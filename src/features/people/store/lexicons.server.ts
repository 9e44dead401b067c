import type { Scope } from '#server/scope.server.ts';

/** Titles of the instance's lexicons that contain any of the stems, most matches first. */
export function titlesHolding(scope: Scope, stems: readonly string[], most: number) {
	return scope.db
		.selectFrom('lexicon_words as word')
		.innerJoin('lexicons as lexicon', 'lexicon.id', 'word.lexicon_id')
		.innerJoin('lexicon_titles as title', (join) =>
			join
				.onRef('title.lexicon_id', '=', 'word.lexicon_id')
				.onRef('title.family', '=', 'word.family')
				.onRef('title.title_key', '=', 'word.title_key')
		)
		.select(['title.title', 'title.family', 'lexicon.name as lexicon'])
		.where('word.stem', 'in', stems)
		.where('lexicon.committed_at', 'is not', null)
		.groupBy(['title.title', 'title.title_key', 'title.family', 'lexicon.name'])
		.orderBy((eb) => eb.fn.countAll(), 'desc')
		.orderBy((eb) => eb.fn<number>('length', ['title.title_key']))
		.orderBy('title.title_key')
		.limit(most)
		.execute();
}

/** Titles of these families in the instance's lexicons. */
export function titlesOfFamilies(scope: Scope, families: readonly string[], most: number) {
	return scope.db
		.selectFrom('lexicon_titles as title')
		.innerJoin('lexicons as lexicon', 'lexicon.id', 'title.lexicon_id')
		.select(['title.title', 'title.family', 'lexicon.name as lexicon'])
		.where('title.family', 'in', families)
		.where('lexicon.committed_at', 'is not', null)
		.orderBy((eb) => eb.fn<number>('length', ['title.title_key']))
		.orderBy('title.title_key')
		.limit(most)
		.execute();
}

/** Committed lexicons of these names. */
export function lexiconsNamed(scope: Scope, names: readonly string[]) {
	return scope.db
		.selectFrom('lexicons')
		.select(['name', 'source', 'licence'])
		.where('committed_at', 'is not', null)
		.where('name', 'in', names)
		.orderBy('name')
		.execute();
}
