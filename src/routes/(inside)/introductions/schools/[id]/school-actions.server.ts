import { interviewAddress, schoolAddress, schoolsAddress } from '#kernel/addresses.ts';
import * as schools from '#features/introductions/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** The forms of one school. */
export const schoolActions = {
	asked: act(schools.markSchoolAsked),
	answered: act(schools.markSchoolAnswered),
	connected: act(schools.markSchoolConnected),
	decline: act(schools.declineSchool),
	undecline: act(schools.undeclineSchool),
	change: act(schools.changeSchool, { goTo: (_, { url }) => url.pathname }),
	planTalk: act(schools.planAlumniTalk, {
		back: ({ id }) => schoolAddress(id),
		goTo: ({ interviewId }) => interviewAddress(interviewId)
	}),
	remove: act(schools.removeSchool, {
		back: ({ id }) => schoolAddress(id),
		goTo: () => schoolsAddress()
	})
};
