import { addDays, dayOf, type Day, type Instant } from '#kernel/clock.ts';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import { fullDateText } from '#method/calendar-text.ts';

/** Calendar days after the talk until partner and connector hear what came of it (method 7). */
export const DAYS_TO_UPDATE = 14;

type When = Instant | null | undefined;

/** What an interview knows about telling what came of it. */
export interface UpdateFacts {
	heldAt: When;
	firstUpdateSentAt?: When;
	/** the partner was told, by whatever way; stands in for the first update's own date */
	toldAt?: When;
	/** any answer to the first update; then a second is not needed */
	firstUpdateAnsweredAt?: When;
	secondUpdateSentAt?: When;
	connectorId?: string | null | undefined;
	connectorToldAt?: When;
}

/**
 * The first day on which the partner should hear what came of the talk: two weeks after it, and
 * once more two weeks after a first update that stayed unanswered (method 7).
 * @param zone IANA zone of the explorer
 * @returns nothing once the first was answered or two went out, and before the talk
 */
export function updateDueOn(facts: UpdateFacts, zone: string): Day | undefined {
	if (!nextUpdate(facts)) return undefined;
	const since = firstTold(facts) ?? facts.heldAt;
	return since ? addDays(dayOf(since, zone), DAYS_TO_UPDATE) : undefined;
}

function firstTold({ firstUpdateSentAt, toldAt }: UpdateFacts): When {
	return firstUpdateSentAt ?? toldAt;
}

/**
 * The day on which the connector should hear what came of the talk: two weeks after it, once.
 * @returns nothing where nobody introduced, or who did was told
 */
export function connectorUpdateDueOn(facts: UpdateFacts, zone: string): Day | undefined {
	const { heldAt, connectorId, connectorToldAt } = facts;
	if (!heldAt || !connectorId || connectorToldAt) return undefined;
	return addDays(dayOf(heldAt, zone), DAYS_TO_UPDATE);
}

export type UpdatePurpose = 'update' | 'second-update';

/** Which update comes next; nothing once there is none to come. */
export function nextUpdate(facts: UpdateFacts): UpdatePurpose | undefined {
	if (!facts.heldAt || facts.secondUpdateSentAt) return undefined;
	if (!firstTold(facts)) return 'update';
	return facts.firstUpdateAnsweredAt ? undefined : 'second-update';
}

/**
 * Whether an update may go out (method 7: after two without an answer, stop).
 * @param name the partner, as the explorer calls them
 * @returns `outreach.updates-over`, `outreach.told-already`, `outreach.update-answered`,
 * `outreach.not-told`, `outreach.update-early`, or nothing
 */
export function mayUpdate(
	facts: UpdateFacts,
	purpose: UpdatePurpose,
	name: string,
	today: Day,
	zone: string
): Refusal | undefined {
	if (facts.secondUpdateSentAt) {
		return refuse(
			'conflict',
			'outreach.updates-over',
			`Two updates went out to ${name}, and there is never a third: silence is an answer too. Both texts are kept. Whatever ${name} gave stays yours to use.`
		);
	}
	if (purpose === 'update') return firstTold(facts) ? toldAlready(name) : undefined;
	if (!firstTold(facts)) {
		return refuse(
			'conflict',
			'outreach.not-told',
			`${name} has not heard what came of your talk yet. Nothing was changed; the first update comes first.`
		);
	}
	if (facts.firstUpdateAnsweredAt) {
		return refuse(
			'conflict',
			'outreach.update-answered',
			`${name} answered your update, so no second one is needed. Answer them instead.`
		);
	}
	const from = updateDueOn(facts, zone);
	if (from === undefined || today >= from) return undefined;
	return refuse(
		'too-soon',
		'outreach.update-early',
		`Give them time. A second update is fine from ${fullDateText(from)} on, two weeks after the first. Your text stays here.`
	);
}

function toldAlready(name: string): Refusal {
	return refuse(
		'conflict',
		'outreach.told-already',
		`${name} heard what came of it already. Its text is kept. If they stay quiet for two weeks, one more update is fine.`
	);
}
