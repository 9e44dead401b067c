import { missing, refuse, type Refusal } from '#kernel/refusal.ts';
import { addOrganization, listOrganizations } from '#features/people/operations.server.ts';
import { personNamed } from '#features/people/reading-people.server.ts';
import { fold } from '#features/people/rules/folding.ts';
import { openThemes } from '#features/clarity/readiness.server.ts';
import type { Context } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import type { Channel } from './rules/channels.ts';
import { stageOf } from './rules/stage.ts';
import * as store from './store.server.ts';

/** An interview is open as the database's own index sees it: neither closed nor thanked for. */
export function isOpen(interview: store.Interview): boolean {
	return interview.closedAt === null && interview.thankedAt === null;
}

/** @throws Refusal `person.missing`, `people.do-not-contact` */
export async function partnerToAsk(scope: Scope, personId: string) {
	const person = await personNamed(scope, personId);
	if (!person) throw missing('person');
	if (person.doNotContactAt) {
		throw refuse(
			'not-allowed',
			'people.do-not-contact',
			`${person.name} must not be contacted, and that stands. Someone else may know the same work.`,
			'personId'
		);
	}
	return person;
}

/**
 * One open interview per partner (method 2), and none where they said no to the theme before.
 * @param except an interview that may be it
 * @throws Refusal `interviews.one-open`, `interviews.said-no`
 */
export async function refuseAskingTwice(
	scope: Scope,
	person: { id: string; name: string },
	themeId: string,
	except?: string
): Promise<void> {
	const others = (await store.interviewsWith(scope, person.id)).filter(({ id }) => id !== except);
	refuseSecondOpen(person, others.find(isOpen));
	refuseAfterNo(person, themeId, others);
}

function refuseSecondOpen(person: { name: string }, open: store.Interview | undefined): void {
	if (!open) return;
	const words = stageOf(open) === 'to-ask' ? 'is planned already' : 'is under way';
	throw refuse(
		'conflict',
		'interviews.one-open',
		`An interview with ${person.name} ${words}. One at a time is kind to them; go on with that one.`,
		'personId'
	);
}

/** A no stays a no: the same person is not asked about the same theme again (method 3). */
function refuseAfterNo(
	person: { name: string },
	themeId: string,
	others: readonly store.Interview[],
	field: 'personId' | 'themeId' = 'personId'
): void {
	const declined = others.some(
		(other) => other.themeId === themeId && other.closedBecause === 'declined'
	);
	if (!declined) return;
	throw refuse(
		'conflict',
		'interviews.said-no',
		`${person.name} said no to this theme, and that stands. What you noted then is kept. Ask about another theme, or someone else who knows this one.`,
		field
	);
}

/** @throws Refusal `interviews.said-no` where the partner declined this theme before */
export async function refuseDeclinedTheme(
	scope: Scope,
	interview: store.Interview,
	themeId: string
): Promise<void> {
	const person = await personNamed(scope, interview.personId);
	const others = await store.interviewsWith(scope, interview.personId);
	refuseAfterNo(person ?? { name: 'Your partner' }, themeId, others, 'themeId');
}

/** @throws Refusal `theme.missing`, `themes.not-open` */
export async function themeToAskAbout(scope: Scope, themeId: string): Promise<void> {
	if ((await openThemes(scope)).some((theme) => theme.id === themeId)) return;
	if (!(await store.themeExists(scope, themeId))) throw missing('theme');
	throw refuse('conflict', 'themes.not-open', notOpen, 'themeId');
}

const notOpen =
	'This theme has no seat now, and interviews are about your one to three open themes. Nothing was changed. Give it a seat in Clarity first, or choose another theme.';

export interface Ways {
	channel: Channel;
	connectorId?: string | null | undefined;
	organizationId?: string | null | undefined;
	organizationName?: string | undefined;
}

/**
 * Who or what stands between explorer and partner: a connector only in the own network, a school
 * or an association only in its own channel; what does not belong to the channel is left out.
 * @throws Refusal `person.missing`, `organization.missing`, `interviews.connector-is-partner`
 */
export async function wayTo(
	context: Context,
	personId: string,
	ways: Ways
): Promise<{ connectorId: string | null; organizationId: string | null }> {
	const nobody = { connectorId: null, organizationId: null };
	if (ways.channel === 'direct') return nobody;
	if (ways.channel === 'network') {
		if (!ways.connectorId) return nobody;
		if (ways.connectorId === personId) throw connectorIsPartner();
		const connector = await personNamed(context.scope, ways.connectorId);
		if (!connector) throw missing('person');
		return { ...nobody, connectorId: connector.id };
	}
	return { ...nobody, organizationId: await organizationFor(context, ways.channel, ways) };
}

/** Whether a planned interview came about as these ways say; names no row and makes none. */
export async function cameAbout(
	context: Context,
	planned: store.Interview,
	ways: Ways
): Promise<boolean> {
	if (planned.channel !== ways.channel) return false;
	if (ways.channel === 'direct') return true;
	if (ways.channel === 'network') return planned.connectorId === (ways.connectorId ?? null);
	if (!ways.organizationName) return planned.organizationId === (ways.organizationId ?? null);
	const named = await organizationCalled(context, ways.channel, ways.organizationName);
	return named !== undefined && named.id === planned.organizationId;
}

async function organizationCalled(
	context: Context,
	kind: 'school' | 'association',
	organizationName: string
) {
	const { organizations } = await listOrganizations.run(context, { kind });
	const key = fold(organizationName);
	return organizations.find(({ name }) => fold(name) === key);
}

/** The school or association by its name, made where there is none yet, or by its id. */
async function organizationFor(
	context: Context,
	kind: 'school' | 'association',
	{ organizationId, organizationName = '' }: Ways
): Promise<string | null> {
	if (!organizationName && !organizationId) return null;
	if (organizationName) {
		const known = await organizationCalled(context, kind, organizationName);
		return (known ?? (await addOrganization.run(context, { name: organizationName, kind }))).id;
	}
	const { organizations } = await listOrganizations.run(context, { kind });
	const chosen = organizations.find(({ id }) => id === organizationId);
	if (!chosen) throw missing('organization');
	return chosen.id;
}

function connectorIsPartner(): Refusal {
	return refuse(
		'invalid',
		'interviews.connector-is-partner',
		'The connector brings the partner, so it is somebody else. Choose who knows you both, or leave it empty.',
		'connectorId'
	);
}
