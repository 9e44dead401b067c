import * as meetings from '#features/meetings/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** The forms about the agreed time. */
export const meetingActions = {
	agree: act(meetings.agreeMeeting),
	move: act(meetings.moveMeeting),
	cancel: act(meetings.cancelMeeting)
};
