import type { RequestEvent } from '@sveltejs/kit';
import * as meetings from '#features/meetings/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const from = ({ params }: RequestEvent) => ({ interviewId: params.id ?? '' });

/** The forms about the agreed time. */
export const meetingActions = {
	agree: act('agree', meetings.agreeMeeting, {
		from,
		toast: ({ id, agreedAt, said }) => ({
			text: `Agreed: ${said}`,
			undo: { operation: 'meetings.unagree', fields: { id, agreedAt } }
		})
	}),
	move: act('move', meetings.moveMeeting, {
		toast: ({ id, changedAt, said, was }, form) =>
			changedAt === form.get('changedAt')
				? { text: 'Nothing changed, it stands as it was' }
				: {
						text: `Now ${said}. Tell them, and open the file again`,
						undo: {
							operation: 'meetings.moveBack',
							fields: {
								...was,
								id,
								changedAt,
								minutes: String(was.minutes),
								partnerZone: was.partnerZone ?? ''
							}
						}
					}
	}),
	cancel: act('cancel', meetings.cancelMeeting, {
		toast: ({ id, cancelledAt }) => ({
			text: 'Called off',
			undo: { operation: 'meetings.uncancel', fields: { id, cancelledAt } }
		})
	})
};
