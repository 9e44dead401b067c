import { refuseInvalid } from '#kernel/refusal.ts';
import { webLink } from './link.ts';

/** Kinds of sources. */
export const sourceKinds = ['partner', 'organization', 'field'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Names of the kinds within a sentence. */
export const sourceKindNames: Record<SourceKind, string> = {
	partner: 'the partner',
	organization: 'their organization',
	field: 'the field'
};

/** Sources needed by the day of the talk (method 5). */
export const LEAST_SOURCES = 3;
/** Most characters [D]. */
export const LONGEST_TITLE = 200;
export const LONGEST_ANSWER = 500;

export interface Source {
	kind: SourceKind;
	/** normalized by `webLink` */
	link: string;
	title: string;
	/** what it answers, and so why this partner; may be empty */
	answers: string;
}

/**
 * Normalizes a source. Without a title it is named after its site.
 * @throws Refusal of `webLink`, `sources.title-long`, `sources.answers-long`
 */
export function makeSource(typed: Source): Source {
	const link = webLink(typed.link);
	const title = typed.title.trim() || new URL(link).hostname.replace(/^www\./, '');
	const answers = typed.answers.trim();
	if (title.length > LONGEST_TITLE) {
		throw refuseInvalid(
			'sources.title-long',
			`A title has at most ${LONGEST_TITLE} characters. Nothing you typed is lost. Shorten the title.`,
			'title'
		);
	}
	if (answers.length > LONGEST_ANSWER) {
		throw refuseInvalid(
			'sources.answers-long',
			`This note has at most ${LONGEST_ANSWER} characters. Nothing you typed is lost. Shorten the note.`,
			'answers'
		);
	}
	return { kind: typed.kind, link, title, answers };
}

/** Sources with a note of what they answer, which a "why you" needs (method 3). */
export function answeringSources(sources: readonly Source[]): Source[] {
	return sources.filter((source) => source.answers.trim() !== '');
}

/**
 * What the research lacks by the day of the talk: three sources in all, with at least one on the
 * partner, their organization and the field each (method 5).
 * @returns number of missing sources, and the kinds without one
 */
export function researchMisses(sources: readonly Source[]): { count: number; kinds: SourceKind[] } {
	const kinds = sourceKinds.filter((kind) => !sources.some((source) => source.kind === kind));
	return { count: Math.max(LEAST_SOURCES - sources.length, kinds.length), kinds };
}
