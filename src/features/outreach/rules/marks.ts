import type { Purpose } from '#method/purposes.ts';

/** What follows in the thread when a message went out, and when that is taken back. */
interface Mark {
	/** the thread's date; a second update leaves the first one's */
	date?: 'askedAt' | 'chasedAt' | 'thankedAt' | 'toldAt' | 'connectorThankedAt' | 'connectorToldAt';
	sent: string;
	unsent: string;
}

export const marks: Readonly<Record<Purpose, Mark>> = {
	request: { date: 'askedAt', sent: 'interviews.asked', unsent: 'interviews.unasked' },
	chaser: { date: 'chasedAt', sent: 'interviews.chased', unsent: 'interviews.unchased' },
	'thank-you': { date: 'thankedAt', sent: 'interviews.thanked', unsent: 'interviews.unthanked' },
	update: { date: 'toldAt', sent: 'interviews.told', unsent: 'interviews.untold' },
	'second-update': { sent: 'interviews.toldAgain', unsent: 'interviews.untoldAgain' },
	'connector-thanks': {
		date: 'connectorThankedAt',
		sent: 'interviews.connectorThanked',
		unsent: 'interviews.connectorUnthanked'
	},
	'connector-update': {
		date: 'connectorToldAt',
		sent: 'interviews.connectorTold',
		unsent: 'interviews.connectorUntold'
	}
};
