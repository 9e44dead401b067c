import type { RequestEvent } from '@sveltejs/kit';
import * as schools from '#features/introductions/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const from = ({ params }: RequestEvent) => ({ id: params.id ?? '' });

/** Says what was noted, with the operation that takes it back. */
const noted = (text: string, operation: string) => (done: { id: string; changedAt: string }) => ({
	text,
	undo: { operation, fields: { id: done.id, changedAt: done.changedAt } }
});

/** The forms of one school. */
export const schoolActions = {
	asked: act('asked', schools.markSchoolAsked, {
		from,
		toast: noted('You asked them', 'schools.unmarkAsked')
	}),
	answered: act('answered', schools.markSchoolAnswered, {
		from,
		toast: noted('Their answer is noted', 'schools.unmarkAnswered')
	}),
	connected: act('connected', schools.markSchoolConnected, {
		from,
		toast: noted('Connected. Thank them, then plan a talk', 'schools.unmarkConnected')
	}),
	decline: act('decline', schools.declineSchool, {
		from,
		toast: noted('Their no is noted', 'schools.undecline')
	}),
	undecline: act('undecline', schools.undeclineSchool, {
		from,
		toast: ({ id }) => ({
			text: 'Open again',
			undo: { operation: 'schools.decline', fields: { id } }
		})
	}),
	change: act('change', schools.changeSchool, {
		from,
		toast: ({ id, changedAt, before }) => ({
			text: 'Kept',
			undo: { operation: 'schools.change', fields: { id, changedAt, ...before } }
		}),
		goTo: (_, { url }) => url.pathname
	}),
	planTalk: act('planTalk', schools.planAlumniTalk, {
		from,
		toast: ({ id, interviewId, name }) => ({
			text: `Planned. ${name} is in your address book`,
			undo: {
				operation: 'schools.unplanTalk',
				fields: { id, interviewId },
				back: `/introductions/schools/${id}`
			}
		}),
		goTo: ({ interviewId }) => `/interviews/${interviewId}`
	}),
	remove: act('remove', schools.removeSchool, {
		from,
		toast: ({ id, ...fields }) => ({
			text: `${fields.name} is taken away`,
			undo: {
				operation: 'schools.add',
				fields: { id, ...fields },
				back: `/introductions/schools/${id}`
			}
		}),
		goTo: () => '/introductions/schools'
	})
};
