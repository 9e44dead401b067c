import * as meetings from '#features/meetings/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** The forms about the agreed time. */
export const meetingActions = {
	agree: act(meetings.agreeMeeting, {
		toast: ({ id, agreedAt, said }) => ({
			text: `Agreed: ${said}`,
			undo: { operation: 'meetings.unagree', fields: { id, agreedAt } }
		})
	}),
	move: act(meetings.moveMeeting, {
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
	cancel: act(meetings.cancelMeeting, {
		toast: ({ id, cancelledAt }) => ({
			text: 'Called off',
			undo: { operation: 'meetings.uncancel', fields: { id, cancelledAt } }
		})
	})
};
