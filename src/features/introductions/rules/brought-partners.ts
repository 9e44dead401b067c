import { interviewAddress, introductionAddress } from '#kernel/addresses.ts';
import type { BroughtPartners } from '../schemas.ts';

/** A partner whom a connector brought or offers to bring. */
interface Offered {
	id: string;
	name: string;
	connectorId: string;
	connectorName: string;
	themeTitle: string;
	themeSeat: number | null;
	agreedAt: string | null;
}

/** One with an interview. */
interface Through extends Offered {
	heldAt: string | null;
	closedAt: string | null;
}

type State = BroughtPartners['partners'][number]['state'];

/**
 * Who opened which door: connectors with the partners they brought, those who brought most first.
 * @param through interviews that came through a connector
 * @param offered introductions that have not led to one yet
 */
export function broughtPartnersOf(
	through: readonly Through[],
	offered: readonly Offered[]
): BroughtPartners[] {
	const doors = new Map<string, BroughtPartners>();
	const put = (partner: Offered, href: string, state: State): void => {
		const { connectorId, connectorName, id, name, themeTitle, themeSeat } = partner;
		const door = doors.get(connectorId) ?? { id: connectorId, name: connectorName, partners: [] };
		const theme = { title: themeTitle, seat: themeSeat };
		door.partners.push({ key: id, href, name, theme, state });
		doors.set(connectorId, door);
	};
	for (const each of through) put(each, interviewAddress(each.id), stateOf(each));
	for (const each of offered) put(each, introductionAddress(each.id), 'asked');
	return [...doors.values()].toSorted((one, other) => other.partners.length - one.partners.length);
}

/** A talk that was held stays one; closed without a talk, no answer is awaited any more. */
function stateOf({ heldAt, agreedAt, closedAt }: Through): State {
	if (heldAt) return 'talked';
	if (closedAt) return 'closed';
	return agreedAt ? 'agreed' : 'asked';
}

export const startingPointLabels: Record<State, string> = {
	talked: 'Talked',
	agreed: 'Agreed',
	asked: 'Not yet agreed',
	closed: 'Closed'
};
