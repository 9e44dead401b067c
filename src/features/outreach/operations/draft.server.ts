import { z } from 'zod';
import { undoneBy } from '#kernel/operation.ts';
import { refuseConflict } from '#kernel/refusal.ts';
import { operation } from '#server/perform.ts';
import { filled } from '../reads/fill.server.ts';
import { messageToWrite, oneLineEnd, refuseNewer } from '../reads/message.server.ts';
import { toMessageView } from '../reads/messages.server.ts';
import { bodyWithMedium, bodyWithMinutes, subjectWithMinutes } from '../rules/adjust.ts';
import { isAfterTalk } from '#method/purposes.ts';
import { mediumLabels, usualMedium, usualMinutes, type Medium } from '#method/media.ts';
import { exampleId } from '#method/field-schemas.ts';
import {
	body,
	id,
	medium,
	message,
	minutes,
	purpose,
	expectedChangedAt,
	subject
} from '../schemas.ts';
import * as store from '../store.server.ts';

/** The present text with another length or medium; the rest of it stays. */
function adjusted(
	text: store.Draft,
	ask: { minutes?: number | undefined; medium?: Medium | undefined }
): store.Draft {
	const timed =
		ask.minutes === undefined
			? text
			: {
					subject: subjectWithMinutes(text.subject, ask.minutes),
					body: bodyWithMinutes(text.body, ask.minutes),
					minutes: ask.minutes
				};
	return ask.medium === undefined
		? timed
		: { ...timed, body: bodyWithMedium(timed.body, mediumLabels[ask.medium]) };
}

/**
 * Drafts a message from the explorer's own template or the default one, filled with known facts (methods
 * 3 and 7); unknown ones stay as visible placeholders. Length and medium apply to messages before the
 * interview only. An existing draft is kept and only length and medium are changed in it, unless
 * `startOver` is set.
 * @param subject and body: the text in the editor if it is not saved yet
 * @param changedAt version of the draft that the caller read, null for none
 * @returns the draft; `former` says whether `messages.takeBack` has a former draft to restore
 * @refuses `interview.missing`, `interviews.closed`, `outreach.not-asked`, `outreach.not-held`,
 * `outreach.no-connector`, `messages.sent-already`, `messages.changed-elsewhere`
 */
export const draftMessage = operation({
	name: 'messages.draft',
	http: { verb: 'POST', path: '/interviews/{interviewId}/messages/draft' },
	summary: 'Create a draft of a message from what is known',
	effect: 'draft',
	input: z.object({
		interviewId: id,
		purpose: purpose.default('request'),
		minutes: minutes.optional(),
		medium: medium.optional(),
		subject: subject.optional(),
		body: body.optional(),
		changedAt: expectedChangedAt,
		startOver: z.literal('yes').optional()
	}),
	output: message.extend({ interviewId: z.string(), former: z.boolean() }),
	example: { interviewId: exampleId, purpose: 'request', minutes: 15, medium: 'phone' },
	said: ({ former }) => (former ? 'New draft created' : undefined),
	undo: ({ interviewId, former, purpose, changedAt }) =>
		former ? undoneBy(takeBackDraft, { interviewId, purpose, changedAt }) : undefined,
	run: async (context, input) => {
		const { scope, now, newId, record } = context;
		const { thread, stored } = await messageToWrite(scope, input.interviewId, input.purpose);
		refuseNewer(stored, input);
		const current = stored && {
			subject: input.subject ?? stored.subject,
			body: oneLineEnd(input.body ?? stored.body),
			minutes: stored.minutes
		};
		const ask = {
			minutes: input.minutes ?? stored?.minutes ?? usualMinutes,
			medium: input.medium ?? usualMedium
		};
		const after = isAfterTalk(input.purpose);
		const keeps = current && !input.startOver;
		const draft = keeps
			? adjusted(current, after ? {} : input)
			: {
					...(await filled(context, thread, input.purpose, ask)),
					minutes: after ? null : ask.minutes
				};
		const place = { interviewId: thread.id, now };
		const former = current !== undefined && input.startOver === 'yes';
		if (former) {
			const name = `${input.purpose}-former` as const;
			// If the editor was emptied, the stored text is the former draft to restore.
			const { subject, body, minutes } = stored && current.body.trim() === '' ? stored : current;
			const before = { subject, body, minutes };
			await store.saveDraft(scope, { ...before, ...place, id: newId(), purpose: name });
		}
		await store.saveDraft(scope, { ...draft, ...place, id: newId(), purpose: input.purpose });
		record({ verb: 'messages.drafted', about: { kind: 'interview', id: thread.id } });
		const row = await store.messageOf(scope, thread.id, input.purpose);
		if (!row) throw new Error('A kept draft is gone.');
		return { ...toMessageView(row, input.purpose), interviewId: thread.id, former };
	}
});

/**
 * Restores the draft that was replaced by starting over.
 * @param changedAt version of the new draft; if that was changed since, it stays
 * @refuses `interview.missing`, `interviews.closed`, `messages.sent-already`,
 * `messages.changed-since`
 */
export const takeBackDraft = operation({
	name: 'messages.takeBack',
	http: { verb: 'DELETE', path: '/interviews/{interviewId}/messages/draft' },
	summary: 'Restore the draft that starting over replaced',
	effect: 'draft',
	input: z.object({ interviewId: id, purpose, changedAt: z.string().max(40) }),
	output: message,
	example: { interviewId: exampleId, purpose: 'request', changedAt: '2026-11-23T09:42:00.000Z' },
	run: async ({ scope, now, record }, input) => {
		const { thread, stored } = await messageToWrite(scope, input.interviewId, input.purpose);
		const former = await store.messageOf(scope, thread.id, `${input.purpose}-former`);
		if (!stored || !former || stored.changedAt !== input.changedAt) {
			throw refuseConflict(
				'messages.changed-since',
				'The new draft was edited in the meantime, so it stays. Nothing was changed. You can start over again.'
			);
		}
		const { subject, body, minutes } = former;
		const draft = { subject, body, minutes, purpose: input.purpose, now };
		await store.saveDraft(scope, { ...draft, id: stored.id, interviewId: thread.id });
		await store.removeMessage(scope, former.id);
		record({ verb: 'messages.drafted', about: { kind: 'interview', id: thread.id } });
		return toMessageView({ ...stored, subject, body, minutes, changedAt: now }, input.purpose);
	}
});
