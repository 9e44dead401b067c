import type { RequestEvent } from '@sveltejs/kit';
import { type Anchor, reflectAddress } from '#kernel/addresses.ts';
import type { Day } from '#kernel/clock.ts';
import {
	draftMessage,
	markSent,
	noteMessageAnswer,
	writeMessage
} from '#features/outreach/operations.server.ts';
import type { Purpose } from '#method/purposes.ts';
import { explorerDay } from '#surfaces/explorer-day.ts';
import { act } from '#surfaces/forms/actions.server.ts';
import { dayInWords } from '#ui/words.ts';

const anchors: Partial<Record<Purpose, Anchor<'/interviews/[id]/reflect'>>> = {
	'thank-you': 'thank',
	update: 'tell',
	'second-update': 'tell'
};
const to = ({ purpose }: { purpose: Purpose }, { params }: RequestEvent): string =>
	reflectAddress(params.id ?? '', anchors[purpose] ?? 'connector');

function noted(purpose: Purpose, updateOn: Day | null, today: Day): string {
	if (purpose === 'second-update') return 'Noted. Two updates are enough';
	if (!updateOn || purpose.startsWith('connector')) return 'Noted. Kindly done';
	if (purpose === 'thank-you' && updateOn <= today) return 'Thanked. Now tell what came of it';
	const on = dayInWords(updateOn, today);
	return purpose === 'thank-you'
		? `Thanked. On ${on} you tell what came of it`
		: `Told. If they stay quiet, one more is fine from ${on}`;
}

/** The forms about thanks and updates. */
export const afterActions = {
	draft: act(draftMessage, {
		goTo: to,
		toast: ({ interviewId, former, purpose, changedAt }) =>
			former
				? {
						text: 'A fresh draft stands here',
						undo: { operation: 'messages.takeBack', fields: { interviewId, purpose, changedAt } }
					}
				: undefined
	}),
	write: act(writeMessage, { goTo: to }),
	sent: act(markSent, {
		goTo: to,
		toast: ({ interviewId, purpose, sentAt, updateOn }, _, event) => ({
			text: noted(purpose, updateOn, explorerDay(event, sentAt)),
			undo: { operation: 'messages.unmarkSent', fields: { interviewId, purpose, sentAt } }
		})
	}),
	answered: act(noteMessageAnswer, {
		goTo: to,
		toast: ({ interviewId, purpose, answeredAt }) => ({
			text: 'Their answer is noted',
			undo: { operation: 'messages.unnoteAnswer', fields: { interviewId, purpose, answeredAt } }
		})
	})
};
