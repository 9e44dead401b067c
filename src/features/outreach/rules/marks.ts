import type { Purpose } from '#method/purposes.ts';

/** Effect of marking a message as sent, or as not sent, on the interview. */
interface Mark {
	/** the date of the interview that is set; a second update sets none */
	date?:
		'askedAt' | 'followedUpAt' | 'thankedAt' | 'toldAt' | 'connectorThankedAt' | 'connectorToldAt';
	sent: string;
	unsent: string;
}

export const marks: Readonly<Record<Purpose, Mark>> = {
	request: { date: 'askedAt', sent: 'interviews.asked', unsent: 'interviews.unasked' },
	'follow-up': {
		date: 'followedUpAt',
		sent: 'interviews.followedUp',
		unsent: 'interviews.unfollowedUp'
	},
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
