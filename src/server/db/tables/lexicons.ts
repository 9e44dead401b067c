import type { MaybeText, Text } from './columns.ts';

/** Titles that the host added, for everybody on the instance. */
export interface LexiconTables {
	lexicons: {
		id: Text;
		name: Text;
		source: Text;
		licence: Text;
		titles: number;
		added_at: Text;
		committed_at: MaybeText;
	};
	lexicon_titles: { lexicon_id: Text; family: Text; title_key: Text; title: Text };
	lexicon_words: { lexicon_id: Text; family: Text; title_key: Text; stem: Text };
}
