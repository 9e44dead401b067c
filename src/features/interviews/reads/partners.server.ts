import { found, refuse, refuseConflict } from '#kernel/refusal.ts';
import { themeNamed } from '#features/clarity/reads/theme.server.ts';
import { personNamed } from '#features/people/reads/people.server.ts';
import { openThemes } from '#features/clarity/reads/readiness.server.ts';
import type { Scope } from '#server/scope.server.ts';
import { stageOf } from '#method/stage.ts';
import * as store from '../store.server.ts';

/** Whether an interview is open, as the unique index defines it: neither closed nor thanked for. */
export function isOpen(interview: store.Interview): boolean {
	return interview.closedAt === null && interview.thankedAt === null;
}

/**
 * Requires a person who may be contacted.
 * @throws Refusal `person.missing`, `people.do-not-contact`
 */
export async function partnerToAsk(scope: Scope, personId: string) {
	const person = found(await personNamed(scope, personId), 'person');
	if (person.doNotContactAt) {
		throw refuse(
			'not-allowed',
			'people.do-not-contact',
			`${person.name} is marked “Do not contact”. Nothing was changed. Someone else may know the same work.`,
			'personId'
		);
	}
	return person;
}

/**
 * Requires that no other interview with the partner is open (method 2), and that they did not
 * decline the theme.
 * @param except id of an interview to ignore
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
	const words = stageOf(open) === 'to-ask' ? 'is already planned' : 'is already in progress';
	throw refuseConflict(
		'interviews.one-open',
		`An interview with ${person.name} ${words}. Nothing was changed. Continue that one first.`,
		'personId'
	);
}

/** Refuses a theme that the person declined (method 3). @throws Refusal `interviews.said-no` */
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
	throw refuseConflict(
		'interviews.said-no',
		`${person.name} said no to this theme. Nothing was changed, and your earlier notes are kept. Choose another theme, or someone else.`,
		field
	);
}

/** Requires that the partner has not declined this theme. @throws Refusal `interviews.said-no` */
export async function refuseDeclinedTheme(
	scope: Scope,
	interview: store.Interview,
	themeId: string
): Promise<void> {
	const person = await personNamed(scope, interview.personId);
	const others = await store.interviewsWith(scope, interview.personId);
	refuseAfterNo(person ?? { name: 'Your partner' }, themeId, others, 'themeId');
}

/** Requires an open theme. @throws Refusal `theme.missing`, `themes.not-open` */
export async function themeToAskAbout(scope: Scope, themeId: string): Promise<void> {
	if ((await openThemes(scope)).some((theme) => theme.id === themeId)) return;
	await themeNamed(scope, themeId);
	throw refuseConflict('themes.not-open', notOpen, 'themeId');
}

const notOpen =
	'This theme is not open, and interviews are about open themes only. Nothing was changed. Move it to a place in Clarity first, or choose another theme.';
