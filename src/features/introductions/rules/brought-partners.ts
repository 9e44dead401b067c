import { interviewAddress, introductionAddress } from '#kernel/page-addresses.ts';
import type { BroughtPartners } from '../schemas.ts';

/** A partner whom a connector introduced or offers to introduce. */
interface Offered {
	id: string;
	name: string;
	connectorId: string;
	connectorName: string;
	themeTitle: string;
	themeSeat: number | null;
	agreedAt: string | null;
}

/** A partner with an interview. */
interface Through extends Offered {
	heldAt: string | null;
	closedAt: string | null;
}

type State = BroughtPartners['partners'][number]['state'];

/**
 * Connectors with the partners they introduced, most partners first.
 * @param through interviews that came through a connector
 * @param offered introductions that have not led to an interview yet
 */
export function broughtPartnersOf(
	through: readonly Through[],
	offered: readonly Offered[]
): BroughtPartners[] {
	const connectors = new Map<string, BroughtPartners>();
	const put = (partner: Offered, href: string, state: State): void => {
		const { connectorId, connectorName, id, name, themeTitle, themeSeat } = partner;
		const connector = connectors.get(connectorId) ?? {
			id: connectorId,
			name: connectorName,
			partners: []
		};
		const theme = { title: themeTitle, seat: themeSeat };
		connector.partners.push({ key: id, href, name, theme, state });
		connectors.set(connectorId, connector);
	};
	for (const each of through) put(each, interviewAddress(each.id), stateOf(each));
	for (const each of offered) put(each, introductionAddress(each.id), 'asked');
	return [...connectors.values()].toSorted(
		(one, other) => other.partners.length - one.partners.length
	);
}

/** State of an interview: `talked` once held, else `closed`, `agreed` or `asked`. */
function stateOf({ heldAt, agreedAt, closedAt }: Through): State {
	if (heldAt) return 'talked';
	if (closedAt) return 'closed';
	return agreedAt ? 'agreed' : 'asked';
}

export const partnerStateLabels: Record<State, string> = {
	talked: 'Interviewed',
	agreed: 'Agreed',
	asked: 'Not yet agreed',
	closed: 'Closed'
};
