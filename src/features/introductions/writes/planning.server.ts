import { refuse, found } from '#kernel/refusal.ts';
import { planInterview, removeInterview } from '#features/interviews/writes/interviews.server.ts';
import { interviewOf } from '#features/interviews/reads/interviews.server.ts';
import type { Channel } from '#method/channels.ts';
import { addPerson } from '#features/people/writes/people.server.ts';
import { takeBackUnlessInUse } from '#features/people/writes/protecting.server.ts';
import { peopleCalled, personNamed } from '#features/people/reads/people.server.ts';
import { nameKeys } from '#method/folding.ts';
import type { Context } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { changedSince } from '../reads/changed-since.ts';
import { isWorkedOn } from '../store.server.ts';

export interface PartnerFound {
	/** the person in the address book; undefined adds a person of this name */
	personId: string | undefined;
	name: string;
	note: string;
	place?: string;
	themeId: string;
	channel: Channel;
	connectorId?: string | null;
	organizationId?: string | null;
	/** how the partner was found: the sentence that opens the request */
	connection: string;
	interviewId: string | undefined;
}

/**
 * Adds a partner to the address book if necessary and plans the interview.
 * @throws Refusal those of `people.add` and `interviews.plan`
 */
export async function planWith(
	context: Context,
	{ personId, name, note, place = '', interviewId, ...ways }: PartnerFound
): Promise<{ personId: string; interviewId: string }> {
	const partner =
		personId ?? (await addPerson(context, { name: name.slice(0, 200), note, place })).id;
	const planned = await planInterview(context, {
		...ways,
		...(interviewId === undefined ? {} : { id: interviewId }),
		connection: ways.connection.slice(0, 300),
		personId: partner
	});
	return { personId: partner, interviewId: planned.id };
}

/**
 * Refuses a new person with the name of somebody who must not be contacted.
 * @throws Refusal `people.do-not-contact`
 */
export async function refuseProtectedName(scope: Scope, name: string): Promise<void> {
	const called = await peopleCalled(scope, [keyOf(name)]);
	if (!called.some(({ doNotContactAt }) => doNotContactAt !== null)) return;
	throw refuse(
		'not-allowed',
		'people.do-not-contact',
		`${name} is in your address book and marked “Do not contact”. Nothing was planned. If you mean a different person with this name, choose that person from your address book.`,
		'name'
	);
}

const keyOf = (name: string): string => nameKeys({ given: '', family: '', name }).nameKey;

/**
 * Reverses `planWith`: deletes the interview, and the person if added with it and unused since. Clear
 * all other references to the person before the call.
 * @throws Refusal `<group>.changed-since` when the interview was changed since
 */
export async function unplanWith(
	context: Context,
	plan: { interviewId: string; personId: string },
	group: string
): Promise<void> {
	const { scope } = context;
	const interview = found(await interviewOf(scope, plan.interviewId), 'interview');
	const touched = interview.changedAt !== interview.wishedAt;
	if (touched || (await isWorkedOn(scope, plan.interviewId))) throw changedSince(group);
	await removeInterview(context, { id: plan.interviewId });
	const person = await personNamed(scope, plan.personId);
	if (person?.addedAt !== interview.wishedAt) return;
	await takeBackUnlessInUse(context, plan.personId);
}

/**
 * People of the address book with one of these names, grouped by name. Includes, and marks, those
 * who must not be contacted, so that they are not added again as new people.
 */
export async function namesakesOf(scope: Scope, names: readonly string[]) {
	const people = await peopleCalled(scope, names.map(keyOf));
	return new Map(
		names.map((name) => [
			name,
			people
				.filter((person) => person.nameKey === keyOf(name))
				.map(({ id, name: called, position, company, place, doNotContactAt }) => ({
					id,
					name: called,
					line: [position, company, place, doNotContactAt && 'do not contact']
						.filter(Boolean)
						.join(', ')
				}))
		])
	);
}
