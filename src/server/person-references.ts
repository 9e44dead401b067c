import type { Expression } from 'kysely';
import type { Instant } from '#kernel/clock.ts';
import { extensionPoint } from '#kernel/extension.ts';
import type { Row } from './db/tables.ts';
import type { Scope } from './scope.server.ts';

export type ReferencedPerson = Pick<
	Row<'people'>,
	'id' | 'name' | 'name_key' | 'family_key' | 'email'
>;

/** Numbers of records that are erased with a person, shown before the decision. */
export interface GoesWith {
	interviews: number;
	messages: number;
	introductions: number;
}

/** A record about a person that has a page of its own. */
export interface RelatedItem {
	kind: 'interview' | 'introduction';
	id: string;
	/** its title: a theme, or the people who are introduced */
	title: string;
	/** its stage */
	stage: string;
	at: Instant;
}

/** References to a person in the tables of one feature, and how they are erased. */
export interface PersonReferences {
	/** numbers of records that are erased with the person */
	count?(scope: Scope, person: ReferencedPerson): Promise<Partial<GoesWith>>;
	/** records to link from the page of the person, the newest first */
	related?(scope: Scope, person: ReferencedPerson): Promise<RelatedItem[]>;
	/**
	 * subqueries of the ids of people that are referenced, so that undoing an import does not remove
	 * them
	 */
	mentions?(scope: Scope): readonly Expression<string | null>[];
	/** erases what refers to the person by id; called whenever the entry is removed */
	erase?(scope: Scope, person: ReferencedPerson): Promise<void>;
	/**
	 * Erases mentions of the person by name. Called only when the person is erased for good
	 * (suppressed); a mention of another person of the same name may be erased too, which is the
	 * smaller harm.
	 */
	eraseNamed?(scope: Scope, person: ReferencedPerson, now: Instant): Promise<void>;
}

/** Extension point at which each feature registers its references to people. */
export const personReferences = extensionPoint<PersonReferences>('person references');
