import { z } from 'zod';
import { undoneBy } from '#kernel/operation.ts';
import { found, missing, refuseConflict } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { interviewOf } from '#features/interviews/reads/interviews.server.ts';
import { operation } from '#server/perform.ts';
import { mayAskNow } from '../reads/asking.server.ts';
import { schoolDates } from '../store/dated.server.ts';
import { marks } from './marks.server.ts';
import { planWith, refuseProtectedName, unplanWith } from '../writes/planning.server.ts';
import { foundThroughText } from '../rules/texts.ts';
import { about, id, personName } from '../schemas.ts';
import * as store from '../store.server.ts';

const declined = 'This school is marked as declined. Nothing was changed. Reopen the school first.';

/**
 * `markSchoolAsked` notes that the explorer wrote to the school; Imago itself sends nothing.
 * `unmarkSchoolAsked` reverses it.
 * @refuses `school.missing`, `schools.noted-already`, `outreach.too-soon`, `schools.changed-since`
 */
export const [markSchoolAsked, unmarkSchoolAsked] = marks(schoolDates, {
	path: 'asked',
	column: 'askedAt',
	verb: 'markAsked',
	mark: {
		summary: 'Record that you asked a school for alumni',
		event: 'schools.asked',
		said: 'Marked as asked',
		refuses: { declinedAt: declined },
		check: mayAskNow
	},
	unmark: {
		summary: 'Undo the record that you asked a school',
		event: 'schools.unasked',
		later: ['answeredAt', 'connectedAt', 'declinedAt']
	}
});

/**
 * `markSchoolAnswered` notes that the school answered, with a yes, a no or neither.
 * `unmarkSchoolAnswered` reverses it.
 * @refuses `school.missing`, `schools.noted-already`, `schools.changed-since`
 */
export const [markSchoolAnswered, unmarkSchoolAnswered] = marks(schoolDates, {
	path: 'answered',
	column: 'answeredAt',
	also: ['askedAt'],
	verb: 'markAnswered',
	mark: {
		summary: 'Record that a school answered',
		event: 'schools.answered',
		said: 'Marked as answered',
		refuses: { declinedAt: declined }
	},
	unmark: {
		summary: 'Undo the record that a school answered',
		event: 'schools.unanswered',
		later: ['connectedAt', 'declinedAt']
	}
});

/**
 * `markSchoolConnected` notes that the school connects the explorer with alumni (method 2), which
 * implies that it was asked and answered. `unmarkSchoolConnected` reverses it.
 * @refuses `school.missing`, `schools.noted-already`, `schools.changed-since`
 */
export const [markSchoolConnected, unmarkSchoolConnected] = marks(schoolDates, {
	path: 'connected',
	column: 'connectedAt',
	also: ['askedAt', 'answeredAt'],
	verb: 'markConnected',
	mark: {
		summary: 'Record that a school connects you with alumni',
		event: 'schools.connected',
		said: 'Marked as connected. Thank the school, then plan an interview',
		refuses: { declinedAt: declined }
	},
	unmark: {
		summary: 'Undo the record that a school connects you with alumni',
		event: 'schools.unconnected'
	}
});

/**
 * `declineSchool` notes that the school said no. `undeclineSchool` reverses it.
 * @refuses `school.missing`, `schools.noted-already`, `schools.changed-since`
 */
export const [declineSchool, undeclineSchool] = marks(schoolDates, {
	path: 'decline',
	column: 'declinedAt',
	also: ['askedAt', 'answeredAt'],
	verb: 'decline',
	mark: {
		summary: 'Record that a school declined',
		event: 'schools.declined',
		said: 'Marked as declined',
		refuses: {
			connectedAt: 'This school is marked as connected. Nothing was changed. Undo that first.'
		}
	},
	unmark: {
		summary: 'Reopen a school that declined',
		event: 'schools.undeclined',
		said: 'School reopened'
	}
});

/**
 * Plans an interview with an alumnus or alumna named by a connected school, in one step: adds the
 * person to the address book and plans the interview in the channel of schools.
 * @param about what the school said of the person
 * @refuses `school.missing`, `schools.not-connected`, `outreach.too-soon`, `people.do-not-contact`
 * when somebody of that name must not be contacted, and those of `people.add` and `interviews.plan`
 */
export const planAlumniTalk = operation({
	name: 'schools.planTalk',
	http: { verb: 'POST', path: '/schools/{id}/talks' },
	summary: 'Plan an interview with an alumnus or alumna of a school',
	effect: 'write',
	input: z.object({
		id,
		name: personName,
		about: about.default(''),
		interviewId: id.optional()
	}),
	output: z.object({
		id: z.string(),
		name: z.string(),
		interviewId: z.string(),
		personId: z.string()
	}),
	example: { id: exampleId, name: 'Aiko Brandvold' },
	said: ({ name }) => `Interview planned. ${name} is in your address book`,
	undo: ({ id, interviewId }) => undoneBy(unplanAlumniTalk, { id, interviewId }),
	run: async (context, input) => {
		const row = found(await store.schoolRow(context.scope, input.id), 'school');
		if (!row.connectedAt) {
			throw refuseConflict(
				'schools.not-connected',
				`${row.organizationName} is not marked as connected yet. Nothing was planned. Mark the school as connected first.`
			);
		}
		await mayAskNow(context);
		await refuseProtectedName(context.scope, input.name);
		const planned = await planWith(context, {
			personId: undefined,
			name: input.name,
			note: input.about,
			themeId: row.themeId,
			channel: 'school',
			organizationId: row.organizationId,
			connection: foundThroughText.alumni(row.organizationName),
			interviewId: input.interviewId
		});
		return { ...planned, id: row.id, name: input.name };
	}
});

/**
 * Reverses `planAlumniTalk`: deletes the interview, and the person if it was added with it.
 * @refuses `school.missing`, `interview.missing`, `schools.changed-since` when it was changed since
 */
export const unplanAlumniTalk = operation({
	name: 'schools.unplanTalk',
	http: { verb: 'DELETE', path: '/schools/{id}/talks' },
	summary: 'Undo planning an interview with an alumnus or alumna',
	effect: 'write',
	input: z.object({ id, interviewId: id }),
	output: z.object({ id: z.string() }),
	example: { id: exampleId, interviewId: exampleId },
	run: async (context, input) => {
		const row = found(await store.schoolRow(context.scope, input.id), 'school');
		const interview = await interviewOf(context.scope, input.interviewId);
		if (!interview || interview.organizationId !== row.organizationId) throw missing('interview');
		const { id: interviewId, personId } = interview;
		await unplanWith(context, { interviewId, personId }, 'schools');
		return { id: row.id };
	}
});
