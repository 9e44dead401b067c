import type { Expression } from 'kysely';
import type { Instant } from '#kernel/clock.ts';
import { extensionPoint } from '#kernel/extension.ts';
import type { Row } from './db/tables.ts';
import type { Scope } from './scope.server.ts';

export type TracedPerson = Pick<Row<'people'>, 'id' | 'name' | 'name_key' | 'family_key' | 'email'>;

/** What goes with a person, counted for whoever decides about it. */
export interface GoesWith {
	interviews: number;
	messages: number;
	introductions: number;
}

/** Something about a person that has a page of its own. */
export interface RelatedItem {
	kind: 'interview' | 'introduction';
	id: string;
	/** what it is about: a theme, or who is brought together with whom */
	title: string;
	/** how far it is */
	stage: string;
	at: Instant;
}

/** What a feature keeps of a person, and how it goes: each takes care of its own rows. */
export interface PersonReferences {
	/** how much goes when the person is erased */
	count?(scope: Scope, person: TracedPerson): Promise<Partial<GoesWith>>;
	/** what the person's page leads to, the newest first */
	related?(scope: Scope, person: TracedPerson): Promise<RelatedItem[]>;
	/** ids of people who are used here, so that what brought them in no longer takes them away */
	mentions?(scope: Scope): readonly Expression<string | null>[];
	/** takes away what is about the person by their id; it goes whenever their entry goes */
	erase?(scope: Scope, person: TracedPerson): Promise<void>;
	/**
	 * Takes away where the person is only named. It goes only from who is forgotten; somebody else of
	 * the same name may go too, which is the smaller harm.
	 */
	eraseNamed?(scope: Scope, person: TracedPerson, now: Instant): Promise<void>;
}

/** Where each feature says what it keeps of a person. */
export const personReferences = extensionPoint<PersonReferences>('person traces');
