import type { Instant } from '#kernel/clock.ts';
import type {
	GoesWith,
	PersonReferences,
	RelatedItem,
	TracedPerson
} from '#server/person-references.ts';
import type { Scope } from '#server/scope.server.ts';

/** What all features keep of people, the lower ones first. */
export type Traces = readonly PersonReferences[];

/** What would go with a person, as each feature counts it. */
export async function goesWith(
	scope: Scope,
	traces: Traces,
	person: TracedPerson
): Promise<GoesWith> {
	const goes: GoesWith = { interviews: 0, messages: 0, introductions: 0 };
	for (const each of traces) Object.assign(goes, await each.count?.(scope, person));
	return goes;
}

/** What a person's page leads to, as each feature says it, the lower ones first. */
export async function relatedTo(
	scope: Scope,
	traces: Traces,
	person: TracedPerson
): Promise<RelatedItem[]> {
	const related: RelatedItem[] = [];
	for (const each of traces) related.push(...((await each.related?.(scope, person)) ?? []));
	return related;
}

/** Takes away what is about a person by their id: those above first, they hang on those below. */
export async function eraseTraces(
	scope: Scope,
	traces: Traces,
	person: TracedPerson
): Promise<void> {
	for (const each of traces.toReversed()) await each.erase?.(scope, person);
}

/** Takes away where a person who is forgotten is only named. */
export async function eraseNamed(
	scope: Scope,
	traces: Traces,
	person: TracedPerson,
	now: Instant
): Promise<void> {
	for (const each of traces.toReversed()) await each.eraseNamed?.(scope, person, now);
}
