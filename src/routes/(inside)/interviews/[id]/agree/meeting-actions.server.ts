import * as meetings from '#features/meetings/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** Actions of the agreed time. */
export const meetingActions = {
	agree: act(meetings.agreeMeeting),
	move: act(meetings.moveMeeting),
	cancel: act(meetings.cancelMeeting)
};
