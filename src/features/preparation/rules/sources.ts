import { refuse } from '#kernel/refusal.ts';
import { webLink } from './link.ts';

/** What a source is about. */
export const sourceKinds = ['partner', 'organization', 'field'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Each kind as a sentence needs it. */
export const sourceKindNames: Record<SourceKind, string> = {
	partner: 'the partner',
	organization: 'their organization',
	field: 'the field'
};

/** By the day of the talk (method 5). */
export const LEAST_SOURCES = 3;
/** Characters [D]. */
export const LONGEST_TITLE = 200;
export const LONGEST_ANSWER = 500;

export interface Source {
	kind: SourceKind;
	/** as `webLink` keeps it */
	link: string;
	title: string;
	/** what it already answers, and so why this partner; may be empty at first */
	answers: string;
}

/**
 * A source as it is kept. Without a title it is called after its site.
 * @throws Refusal of `webLink`, `sources.title-long`, `sources.answers-long`
 */
export function makeSource(typed: Source): Source {
	const link = webLink(typed.link);
	const title = typed.title.trim() || new URL(link).hostname.replace(/^www\./, '');
	const answers = typed.answers.trim();
	if (title.length > LONGEST_TITLE) {
		throw refuse(
			'invalid',
			'sources.title-long',
			`A title has ${LONGEST_TITLE} characters at most. Say what the page is; the rest stands there.`,
			'title'
		);
	}
	if (answers.length > LONGEST_ANSWER) {
		throw refuse(
			'invalid',
			'sources.answers-long',
			`What it answers fits in ${LONGEST_ANSWER} characters. Keep what you would not ask any more.`,
			'answers'
		);
	}
	return { kind: typed.kind, link, title, answers };
}

/** Sources that say what they answer: those a "why you" can rest on (method 3). */
export function answeringSources(sources: readonly Source[]): Source[] {
	return sources.filter((source) => source.answers.trim() !== '');
}

/**
 * What the research still lacks by the day of the talk: at least three sources on the partner,
 * their organization and the field (method 5), read as three in all and each of them at least
 * once.
 * @returns how many sources are missing in all, and the kinds without one
 */
export function researchMisses(sources: readonly Source[]): { count: number; kinds: SourceKind[] } {
	const kinds = sourceKinds.filter((kind) => !sources.some((source) => source.kind === kind));
	return { count: Math.max(LEAST_SOURCES - sources.length, kinds.length), kinds };
}
