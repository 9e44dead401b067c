import type { Instant } from '#kernel/clock.ts';
import type {
	GoesWith,
	PersonReferences,
	RelatedItem,
	TracedPerson
} from '#server/person-references.ts';
import type { Scope } from '#server/scope.server.ts';

/** What all features keep of people, the lower ones first. */
export type References = readonly PersonReferences[];

/** What would go with a person, as each feature counts it. */
export async function goesWith(
	scope: Scope,
	references: References,
	person: TracedPerson
): Promise<GoesWith> {
	const goes: GoesWith = { interviews: 0, messages: 0, introductions: 0 };
	for (const each of references) Object.assign(goes, await each.count?.(scope, person));
	return goes;
}

/** What a person's page leads to, as each feature says it, the lower ones first. */
export async function relatedTo(
	scope: Scope,
	references: References,
	person: TracedPerson
): Promise<RelatedItem[]> {
	const related: RelatedItem[] = [];
	for (const each of references) related.push(...((await each.related?.(scope, person)) ?? []));
	return related;
}

/** Takes away what is about a person by their id: those above first, they hang on those below. */
export async function eraseReferences(
	scope: Scope,
	references: References,
	person: TracedPerson
): Promise<void> {
	for (const each of references.toReversed()) await each.erase?.(scope, person);
}

/** Takes away where a person who is forgotten is only named. */
export async function eraseNamed(
	scope: Scope,
	references: References,
	person: TracedPerson,
	now: Instant
): Promise<void> {
	for (const each of references.toReversed()) await each.eraseNamed?.(scope, person, now);
}
