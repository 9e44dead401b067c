import { addDays, dayOf, type Day, type Instant } from '#kernel/clock.ts';
import { refuse, type Refusal, refuseConflict } from '#kernel/refusal.ts';
import { weekdayDateText } from '#method/local-text.ts';

/** Calendar days after the interview until updates to partner and connector are due (method 7). */
export const DAYS_TO_UPDATE = 14;

type When = Instant | null | undefined;

/** Dates of an interview that determine its updates. */
export interface UpdateFacts {
	heldAt: When;
	firstUpdateSentAt?: When;
	/** time the partner was told by any medium; replaces the date of the first update if that was not sent */
	toldAt?: When;
	/** time of any answer to the first update; then no second one is due */
	firstUpdateAnsweredAt?: When;
	secondUpdateSentAt?: When;
	connectorId?: string | null | undefined;
	connectorToldAt?: When;
}

/**
 * Due date of the next update to the partner: two weeks after the interview, and once more two weeks
 * after an unanswered first update (method 7).
 * @param zone IANA zone of the explorer
 * @returns undefined before the interview, once the first was answered, or once two were sent
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
 * Due date of the update to the connector: two weeks after the interview, once.
 * @returns undefined without a connector, or once the connector was told
 */
export function connectorUpdateDueOn(facts: UpdateFacts, zone: string): Day | undefined {
	const { heldAt, connectorId, connectorToldAt } = facts;
	if (!heldAt || !connectorId || connectorToldAt) return undefined;
	return addDays(dayOf(heldAt, zone), DAYS_TO_UPDATE);
}

export type UpdatePurpose = 'update' | 'second-update';

/** Purpose of the next update to the partner; undefined if none is left. */
export function nextUpdate(facts: UpdateFacts): UpdatePurpose | undefined {
	if (!facts.heldAt || facts.secondUpdateSentAt) return undefined;
	if (!firstTold(facts)) return 'update';
	return facts.firstUpdateAnsweredAt ? undefined : 'second-update';
}

/**
 * Checks whether an update may be sent (method 7: none after two without an answer).
 * @param name name of the partner, for the sentence
 * @returns the refusal `outreach.updates-over`, `outreach.told-already`, `outreach.update-answered`,
 * `outreach.not-told` or `outreach.update-early`; undefined if it may be sent
 */
export function mayUpdate(
	facts: UpdateFacts,
	purpose: UpdatePurpose,
	name: string,
	today: Day,
	zone: string
): Refusal | undefined {
	if (facts.secondUpdateSentAt) {
		return refuseConflict(
			'outreach.updates-over',
			`You have already sent ${name} two updates, and a third is not possible. Both texts are saved. You can still use everything that ${name} gave you.`
		);
	}
	if (purpose === 'update') return firstTold(facts) ? toldAlready(name) : undefined;
	if (!firstTold(facts)) {
		return refuseConflict(
			'outreach.not-told',
			`${name} does not know yet what came of your conversation. Nothing was changed. Send the first update first.`
		);
	}
	if (facts.firstUpdateAnsweredAt) {
		return refuseConflict(
			'outreach.update-answered',
			`${name} answered your update, so no second update is needed. Write an answer instead.`
		);
	}
	const from = updateDueOn(facts, zone);
	if (from === undefined || today >= from) return undefined;
	return refuse(
		'too-soon',
		'outreach.update-early',
		`It is too soon for a second update. You can send it from ${weekdayDateText(from, today)}, two weeks after the first. Your text stays here.`
	);
}

function toldAlready(name: string): Refusal {
	return refuseConflict(
		'outreach.told-already',
		`${name} already knows what came of it. The text is saved. If they do not answer in two weeks, you can send one more update.`
	);
}
