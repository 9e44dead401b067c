import { z } from 'zod';
import { refuse, type Refusal } from '#kernel/refusal.ts';
import { explorerName, zone } from '#features/account/shapes.ts';

/** Nobody makes an account without a link. */
export function byInvitation(): Refusal {
	return refuse(
		'not-allowed',
		'account.closed',
		'Accounts on this Imago are by invitation. Nothing was made. Ask the person who runs it for a link.'
	);
}

/** What somebody says who makes an account. */
export const shape = z.object({
	name: explorerName,
	email: z.email('This does not look like an e-mail address.').max(254),
	password: z.string(),
	zone
});
