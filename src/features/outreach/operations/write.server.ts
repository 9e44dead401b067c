import { z } from 'zod';
import { exampleId } from '#method/field-schemas.ts';
import { interviewNamed } from '#features/interviews/reads/interviews.server.ts';
import { saidInTalk } from '../reads/noted-texts.server.ts';
import { operation } from '#server/perform.ts';
import { messageToWrite, oneLineEnd, refuseNewer } from '../reads/message.server.ts';
import { toMessageView } from '../reads/messages.server.ts';
import { checkMessage } from '../rules/check.ts';
import {
	body,
	check,
	id,
	message,
	minutes,
	purpose,
	expectedChangedAt,
	subject
} from '../schemas.ts';
import * as store from '../store.server.ts';

/**
 * Saves the draft of a message as typed, without checking it.
 * @param changedAt version of the draft that the caller read, null for none; a newer draft is not
 * overwritten
 * @refuses `interview.missing`, `interviews.closed`, `outreach.not-asked`, `outreach.not-held`,
 * `outreach.no-connector`, `messages.sent-already`, `messages.changed-elsewhere`
 */
export const writeMessage = operation({
	name: 'messages.write',
	http: { verb: 'PUT', path: '/interviews/{interviewId}/messages/{purpose}' },
	summary: 'Save the text of a message',
	effect: 'draft',
	input: z.object({
		interviewId: id,
		purpose,
		subject,
		body,
		minutes: minutes.optional(),
		changedAt: expectedChangedAt
	}),
	output: message,
	example: {
		interviewId: exampleId,
		purpose: 'request',
		subject: 'Fifteen minutes about copy editing',
		body: 'Hello Joan, would you have 15 minutes for me by phone?'
	},
	run: async ({ scope, now, newId }, input) => {
		const { thread, stored } = await messageToWrite(scope, input.interviewId, input.purpose);
		refuseNewer(stored, input);
		const draft = {
			subject: input.subject,
			body: oneLineEnd(input.body),
			minutes: input.minutes ?? stored?.minutes ?? null
		};
		const made = { ...draft, id: stored?.id ?? newId(), interviewId: thread.id };
		await store.saveDraft(scope, { ...made, purpose: input.purpose, now });
		const unsent = { sentAt: null, sentThrough: null, answeredAt: null };
		return toMessageView({ ...made, ...unsent, changedAt: now }, input.purpose);
	}
});

/**
 * Checks a text before it is sent and explains each finding with the words it is about (methods 3 and
 * 7). Only English is checked; another language is reported as "not checked" and never blocked.
 * @returns findings with character offsets, good points, word counts
 * @refuses `interview.missing` for an unknown `interviewId`
 */
export const checkText = operation({
	name: 'messages.check',
	http: { verb: 'POST', path: '/messages/check' },
	summary: 'Check the text of a message',
	effect: 'read',
	input: z.object({
		/** interview whose partner and connector are named in the findings */
		interviewId: id.optional(),
		purpose: purpose.default('request'),
		subject,
		body
	}),
	output: check,
	example: {
		subject: 'Fifteen minutes about copy editing',
		body: 'Hello Joan, would you have 15 minutes for me by phone?'
	},
	run: async (context, input) => {
		const { scope } = context;
		const thread =
			input.interviewId === undefined ? undefined : await interviewNamed(scope, input.interviewId);
		const { refused, ...found } = checkMessage({
			purpose: input.purpose,
			subject: input.subject,
			body: input.body,
			partnerName: thread && (thread.givenName || thread.personName),
			connectorName: thread?.connectorName ?? undefined,
			said:
				thread && input.purpose === 'thank-you' ? (await saidInTalk(context, thread.id)).all : []
		});
		return { ...found, refused: refused ?? null };
	}
});
