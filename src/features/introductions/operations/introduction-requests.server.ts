import { z } from 'zod';
import { undoneBy } from '#kernel/operation.ts';
import { found, otherBody, refuseConflict } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { nextCursor, pageFields } from '#server/paging.ts';
import { operation } from '#server/perform.ts';
import { factsFor } from '../reads/asking.server.ts';
import { requestDates } from '../store/dated.server.ts';
import { marks } from './marks.server.ts';
import { introductionRequestText } from '../rules/texts.ts';
import {
	changedAt,
	id,
	introductionRequest,
	introductionRequestView,
	requestText,
	themeId
} from '../schemas.ts';
import { changedSince, refuseOther } from '../reads/changed-since.ts';
import * as store from '../store.server.ts';
import { toIntroductionRequest, toIntroductionView } from '../reads/views.server.ts';

/**
 * Introduction requests with their counts, newest first, in pages; of one theme or all.
 * @refuses `introductionRequests.cursor`
 */
export const listIntroductionRequests = operation({
	name: 'introductionRequests.list',
	http: { verb: 'GET', path: '/introduction-requests' },
	summary: 'List your introduction requests, of one theme or all',
	effect: 'read',
	input: z.object({
		themeId: themeId.optional(),
		state: z
			.enum(['open', 'ended'], { error: 'An introduction request is open or ended.' })
			.optional(),
		...pageFields
	}),
	output: z.object({ introductionRequests: z.array(introductionRequest), nextCursor }),
	example: { state: 'open' },
	run: async ({ scope }, { limit, cursor, ...which }) => {
		const page = await store.pageOfRequests(scope, which, { limit, cursor });
		return {
			introductionRequests: page.rows.map(toIntroductionRequest),
			nextCursor: page.nextCursor
		};
	}
});

/**
 * One request with its text, its people and the introductions that came from it.
 * @refuses `introduction-request.missing`
 */
export const getIntroductionRequest = operation({
	name: 'introductionRequests.get',
	http: { verb: 'GET', path: '/introduction-requests/{id}' },
	summary: 'View an introduction request and its people',
	effect: 'read',
	input: z.object({ id }),
	output: introductionRequestView,
	example: { id: exampleId },
	run: async ({ scope }, input) => {
		const row = found(await store.requestWithCounts(scope, input.id), 'introduction-request');
		const recipients = await store.recipientsOf(scope, row.id);
		const introductions = await store.introductionsOfRequest(scope, row.id);
		return {
			...toIntroductionRequest(row),
			text: row.text,
			changedAt: row.changedAt,
			recipients: recipients.map(({ company, position, doNotContactAt, ...person }) => ({
				...person,
				line: [position, company].filter(Boolean).join(', '),
				mustNotBeContacted: doNotContactAt !== null
			})),
			introductions: introductions.map(toIntroductionView)
		};
	}
});

/**
 * Creates an introduction request for a theme: one question to the explorer's own network (method 2). Without `text`,
 * one is drafted from the theme and the explorer's profile. Nothing is sent.
 * @refuses `theme.missing`, `themes.not-open`, `introduction-request.other-body` when the id is known with another
 * theme or text
 */
export const draftIntroductionRequest = operation({
	name: 'introductionRequests.draft',
	http: { verb: 'POST', path: '/introduction-requests' },
	summary: 'Create a draft of an introduction request about a theme',
	effect: 'write',
	input: z.object({ id: id.optional(), themeId, text: requestText.optional() }),
	output: z.object({ id: z.string(), changedAt: z.string() }),
	example: { themeId: exampleId },
	said: 'Draft created. Nothing is sent without your click',
	undo: ({ id, changedAt }) => undoneBy(removeIntroductionRequest, { id, changedAt }),
	run: async (context, input) => {
		const { scope, now, record, newId } = context;
		const requestId = input.id ?? newId();
		const existing = input.id ? await store.introductionRequest(scope, requestId) : undefined;
		const facts = await factsFor(context, input.themeId);
		const text = input.text ?? introductionRequestText(facts);
		if (existing) {
			if (existing.theme_id === input.themeId && existing.text === text) {
				return { id: requestId, changedAt: existing.changed_at };
			}
			throw otherBody('introduction-request');
		}
		const drafted = { drafted_at: now, changed_at: now };
		await store.addIntroductionRequest(scope, {
			id: requestId,
			theme_id: input.themeId,
			text,
			...drafted
		});
		record({
			verb: 'introductionRequests.drafted',
			about: { kind: 'introduction-request', id: requestId }
		});
		return { id: requestId, changedAt: now };
	}
});

/**
 * Replaces the text of an introduction request.
 * @param changedAt version that the caller read; left out, it is not compared
 * @refuses `introduction-request.missing`, `introductionRequests.changed-since`
 */
export const writeIntroductionRequest = operation({
	name: 'introductionRequests.write',
	http: { verb: 'PUT', path: '/introduction-requests/{id}/text' },
	summary: 'Edit the text of an introduction request',
	effect: 'write',
	input: z.object({ id, text: requestText, changedAt }),
	output: z.object({ id: z.string(), changedAt: z.string() }),
	example: { id: exampleId, text: 'Do you know someone connected to magazine editing?' },
	said: 'Saved',
	run: async ({ scope, now, record }, input) => {
		const row = found(await store.introductionRequest(scope, input.id), 'introduction-request');
		refuseOther('introductionRequests', row.changed_at, input.changedAt);
		await store.changeIntroductionRequest(scope, row.id, { text: input.text, changed_at: now });
		record({
			verb: 'introductionRequests.written',
			about: { kind: 'introduction-request', id: row.id }
		});
		return { id: row.id, changedAt: now };
	}
});

/**
 * Deletes an introduction request to which nobody was asked and no introduction belongs; others are ended instead.
 * @param changedAt as `introductionRequests.draft` returned it: the request is then deleted only if it is unchanged and empty
 * @refuses `introduction-request.missing`, `introductionRequests.asked-already`, `introductionRequests.changed-since`
 */
export const removeIntroductionRequest = operation({
	name: 'introductionRequests.remove',
	http: { verb: 'DELETE', path: '/introduction-requests/{id}' },
	summary: 'Delete an introduction request, as long as no one was asked',
	effect: 'write',
	input: z.object({ id, changedAt }),
	output: z.object({ id: z.string() }),
	example: { id: exampleId },
	said: 'Introduction request deleted',
	run: async ({ scope, record }, input) => {
		const row = found(await store.introductionRequest(scope, input.id), 'introduction-request');
		const { asked, people } = await store.countRecipients(scope, row.id);
		const introductions = await store.introductionsOfRequest(scope, row.id);
		if (asked > 0 || introductions.length > 0) {
			throw refuseConflict(
				'introductionRequests.asked-already',
				'You already asked someone, so this request cannot be deleted. Nothing was changed. End the request instead.'
			);
		}
		const asDrafted = people === 0 && input.changedAt === row.changed_at;
		if (input.changedAt !== undefined && !asDrafted) throw changedSince('introductionRequests');
		await store.removeIntroductionRequest(scope, row.id);
		record({
			verb: 'introductionRequests.removed',
			about: { kind: 'introduction-request', id: row.id }
		});
		return { id: row.id };
	}
});

/**
 * `endIntroductionRequest` ends an introduction request: no further people can be added, and missing answers are no longer awaited.
 * `unendIntroductionRequest` reopens it.
 * @refuses `introduction-request.missing`, `introductionRequests.noted-already`, `introductionRequests.changed-since`
 */
export const [endIntroductionRequest, unendIntroductionRequest] = marks(requestDates, {
	path: 'end',
	column: 'endedAt',
	verb: 'end',
	mark: {
		summary: 'End an introduction request and stop waiting for answers',
		event: 'introductionRequests.ended',
		said: 'Request ended. You no longer wait for answers'
	},
	unmark: {
		summary: 'Reopen an introduction request that has ended',
		event: 'introductionRequests.unended',
		said: 'Request reopened'
	}
});
