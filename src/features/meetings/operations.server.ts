import type { AnyOperation } from '#server/perform.ts';
import { agreeMeeting, unagreeMeeting } from './operations/agree.server.ts';
import { cancelMeeting, uncancelMeeting } from './operations/cancel.server.ts';
import { considerTime } from './operations/consider.server.ts';
import { moveMeeting, moveMeetingBack } from './operations/move.server.ts';
import { readInvitation, seeMeeting } from './operations/see.server.ts';

export { agreeMeeting, unagreeMeeting } from './operations/agree.server.ts';
export { cancelMeeting, uncancelMeeting } from './operations/cancel.server.ts';
export { considerTime } from './operations/consider.server.ts';
export { moveMeeting, moveMeetingBack } from './operations/move.server.ts';
export { readInvitation, seeMeeting } from './operations/see.server.ts';

export const meetingOperations = [
	seeMeeting,
	considerTime,
	agreeMeeting,
	unagreeMeeting,
	moveMeeting,
	moveMeetingBack,
	cancelMeeting,
	uncancelMeeting,
	readInvitation
] as AnyOperation[];
