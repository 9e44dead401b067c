import type { RequestEvent } from '@sveltejs/kit';
import { type Anchor, reflectAddress } from '#kernel/page-addresses.ts';
import {
	draftMessage,
	markSent,
	noteMessageAnswer,
	writeMessage
} from '#features/outreach/operations.server.ts';
import type { Purpose } from '#method/purposes.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const anchors: Partial<Record<Purpose, Anchor<'/interviews/[id]/reflect'>>> = {
	'thank-you': 'thank',
	update: 'tell',
	'second-update': 'tell'
};
const to = ({ purpose }: { purpose: Purpose }, { params }: RequestEvent): string =>
	reflectAddress(params.id ?? '', anchors[purpose] ?? 'connector');

/** Form actions of thank-you and updates. */
export const afterActions = {
	draft: act(draftMessage, { goTo: to }),
	write: act(writeMessage, { goTo: to }),
	sent: act(markSent, { goTo: to }),
	answered: act(noteMessageAnswer, { goTo: to })
};
