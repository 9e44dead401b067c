import { z } from 'zod';
import { undoneBy } from '#kernel/operation.ts';
import { found, refuseConflict } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { mayAskNow } from '../reads/asking.server.ts';
import { introductionDates } from '../store/dated.server.ts';
import { marks } from './marks.server.ts';
import { planWith, unplanWith } from '../writes/planning.server.ts';
import { foundThroughText } from '../rules/texts.ts';
import { changedAt, id } from '../schemas.ts';
import { changedSince, refuseOther } from '../reads/changed-since.ts';
import * as store from '../store.server.ts';

const lapsed =
	'This introduction is marked as lapsed. Nothing was changed. Reopen the introduction first.';
const led =
	'The interview is already planned. Nothing was changed. Continue on the interview page.';

/**
 * `markAgreed` notes that the partner said yes to the connector. From then on the explorer should
 * write first, within a day (method 2). `unmarkAgreed` reverses it.
 * @refuses `introduction.missing`, `introductions.noted-already`, `introductions.changed-since`
 */
export const [markAgreed, unmarkAgreed] = marks(introductionDates, {
	path: 'agreed',
	column: 'agreedAt',
	verb: 'markAgreed',
	mark: {
		summary: 'Record that a person agreed to be introduced',
		event: 'introductions.agreed',
		said: 'Marked as agreed. Write first, within a day',
		refuses: { lapsedAt: lapsed, interviewId: led }
	},
	unmark: {
		summary: 'Undo the record that a person agreed to be introduced',
		event: 'introductions.unagreed',
		later: ['introducedAt', 'lapsedAt', 'interviewId']
	}
});

/**
 * `markIntroduced` notes that the connector introduced both, which implies agreement.
 * `unmarkIntroduced` reverses it.
 * @refuses `introduction.missing`, `introductions.noted-already`, `introductions.changed-since`
 */
export const [markIntroduced, unmarkIntroduced] = marks(introductionDates, {
	path: 'introduced',
	column: 'introducedAt',
	also: ['agreedAt'],
	verb: 'markIntroduced',
	mark: {
		summary: 'Record that a connector introduced you to each other',
		event: 'introductions.introduced',
		said: 'Marked as introduced. Write first, within a day',
		refuses: { lapsedAt: lapsed, interviewId: led }
	},
	unmark: {
		summary: 'Undo the record that you were introduced to each other',
		event: 'introductions.unintroduced',
		later: ['lapsedAt', 'interviewId']
	}
});

/**
 * `lapseIntroduction` marks an introduction as lapsed after a no or no answer.
 * `unlapseIntroduction` reverses it.
 * @refuses `introduction.missing`, `introductions.noted-already`, `introductions.changed-since`
 */
export const [lapseIntroduction, unlapseIntroduction] = marks(introductionDates, {
	path: 'lapse',
	column: 'lapsedAt',
	verb: 'lapse',
	mark: {
		summary: 'Mark an introduction as lapsed',
		event: 'introductions.lapsed',
		said: 'Marked as lapsed',
		refuses: { interviewId: led }
	},
	unmark: {
		summary: 'Reopen an introduction that lapsed',
		event: 'introductions.unlapsed',
		said: 'Introduction reopened',
		later: ['interviewId']
	}
});

/**
 * Plans the interview of an introduction in one step: adds the person to the address book if
 * necessary, plans the interview with its connector, and notes the agreement.
 * @param personId the person in the address book; left out, a person of this name is added
 * @refuses `introduction.missing`, `introductions.noted-already` when it lapsed or led already,
 * `outreach.too-soon`, and those of `people.add` and `interviews.plan`
 */
export const planIntroduction = operation({
	name: 'introductions.plan',
	http: { verb: 'POST', path: '/introductions/{id}/plan' },
	summary: 'Plan the interview of an introduction',
	effect: 'write',
	input: z.object({ id, personId: id.nullable().optional(), interviewId: id.optional() }),
	output: z.object({
		id: z.string(),
		name: z.string(),
		interviewId: z.string(),
		changedAt: z.string()
	}),
	example: { id: exampleId },
	said: 'Interview planned. Nothing is sent without your click',
	undo: ({ id, changedAt }) => undoneBy(unplanIntroduction, { id, changedAt }),
	run: async (context, input) => {
		const { scope, now, record } = context;
		const row = found(await store.introductionRow(scope, input.id), 'introduction');
		if (row.interviewId) throw refuseConflict('introductions.noted-already', led);
		if (row.lapsedAt) throw refuseConflict('introductions.noted-already', lapsed);
		await mayAskNow(context);
		const { personId, interviewId } = await planWith(context, {
			personId: input.personId ?? undefined,
			name: row.name,
			note: row.about,
			place: row.country,
			themeId: row.themeId,
			channel: 'network',
			connectorId: row.connectorId,
			connection: foundThroughText.introduced(row.connectorName),
			interviewId: input.interviewId
		});
		await store.changeIntroduction(scope, row.id, {
			person_id: personId,
			interview_id: interviewId,
			agreed_at: row.agreedAt ?? now,
			changed_at: now
		});
		record({ verb: 'introductions.led', about: { kind: 'introduction', id: row.id } });
		return { id: row.id, name: row.name, interviewId, changedAt: now };
	}
});

/**
 * Reverses `planIntroduction`: deletes the interview, and the person if it was added with it.
 * @refuses `introduction.missing`, `introductions.changed-since` when the interview was changed since
 */
export const unplanIntroduction = operation({
	name: 'introductions.unplan',
	http: { verb: 'DELETE', path: '/introductions/{id}/plan' },
	summary: 'Undo planning the interview of an introduction',
	effect: 'write',
	input: z.object({ id, changedAt }),
	output: z.object({ id: z.string() }),
	example: { id: exampleId },
	run: async (context, input) => {
		const { scope, now, record } = context;
		const row = found(await store.introductionRow(scope, input.id), 'introduction');
		refuseOther('introductions', row.changedAt, input.changedAt);
		if (!row.interviewId || !row.personId) throw changedSince('introductions');
		const plan = { interviewId: row.interviewId, personId: row.personId };
		await store.changeIntroduction(scope, row.id, {
			person_id: null,
			interview_id: null,
			...(row.agreedAt === row.changedAt ? { agreed_at: null } : {}),
			changed_at: now
		});
		await unplanWith(context, plan, 'introductions');
		record({ verb: 'introductions.unled', about: { kind: 'introduction', id: row.id } });
		return { id: row.id };
	}
});
