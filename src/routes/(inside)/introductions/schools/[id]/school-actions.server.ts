import { interviewAddress, schoolAddress, schoolsAddress } from '#kernel/addresses.ts';
import * as schools from '#features/introductions/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

/** Says what was noted, with the operation that takes it back. */
const noted = (text: string, operation: string) => (done: { id: string; changedAt: string }) => ({
	text,
	undo: { operation, fields: { id: done.id, changedAt: done.changedAt } }
});

/** The forms of one school. */
export const schoolActions = {
	asked: act(schools.markSchoolAsked, {
		toast: noted('You asked them', 'schools.unmarkAsked')
	}),
	answered: act(schools.markSchoolAnswered, {
		toast: noted('Their answer is noted', 'schools.unmarkAnswered')
	}),
	connected: act(schools.markSchoolConnected, {
		toast: noted('Connected. Thank them, then plan a talk', 'schools.unmarkConnected')
	}),
	decline: act(schools.declineSchool, {
		toast: noted('Their no is noted', 'schools.undecline')
	}),
	undecline: act(schools.undeclineSchool, {
		toast: ({ id }) => ({
			text: 'Open again',
			undo: { operation: 'schools.decline', fields: { id } }
		})
	}),
	change: act(schools.changeSchool, {
		toast: ({ id, changedAt, before }) => ({
			text: 'Kept',
			undo: { operation: 'schools.change', fields: { id, changedAt, ...before } }
		}),
		goTo: (_, { url }) => url.pathname
	}),
	planTalk: act(schools.planAlumniTalk, {
		toast: ({ id, interviewId, name }) => ({
			text: `Planned. ${name} is in your address book`,
			undo: {
				operation: 'schools.unplanTalk',
				fields: { id, interviewId },
				back: schoolAddress(id)
			}
		}),
		goTo: ({ interviewId }) => interviewAddress(interviewId)
	}),
	remove: act(schools.removeSchool, {
		toast: ({ id, ...fields }) => ({
			text: `${fields.name} is taken away`,
			undo: {
				operation: 'schools.add',
				fields: { id, ...fields },
				back: schoolAddress(id)
			}
		}),
		goTo: () => schoolsAddress()
	})
};
