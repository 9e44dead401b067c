import type { Instant } from '#kernel/clock.ts';
import type {
	GoesWith,
	PersonReferences,
	RelatedItem,
	ReferencedPerson
} from '#server/person-references.ts';
import type { Scope } from '#server/scope.server.ts';

/** References to people of all features, lower features first. */
export type References = readonly PersonReferences[];

/** Number of rows that erasing a person would delete, counted by each feature. */
export async function goesWith(
	scope: Scope,
	references: References,
	person: ReferencedPerson
): Promise<GoesWith> {
	const goes: GoesWith = { interviews: 0, messages: 0, introductions: 0 };
	for (const each of references) Object.assign(goes, await each.count?.(scope, person));
	return goes;
}

/** Related items on a person's page, from each feature, lower features first. */
export async function relatedTo(
	scope: Scope,
	references: References,
	person: ReferencedPerson
): Promise<RelatedItem[]> {
	const related: RelatedItem[] = [];
	for (const each of references) related.push(...((await each.related?.(scope, person)) ?? []));
	return related;
}

/** Deletes rows that refer to a person by id; higher features first, since they refer to lower ones. */
export async function eraseReferences(
	scope: Scope,
	references: References,
	person: ReferencedPerson
): Promise<void> {
	for (const each of references.toReversed()) await each.erase?.(scope, person);
}

/** Deletes places where a forgotten person occurs by name only. */
export async function eraseNamed(
	scope: Scope,
	references: References,
	person: ReferencedPerson,
	now: Instant
): Promise<void> {
	for (const each of references.toReversed()) await each.eraseNamed?.(scope, person, now);
}
