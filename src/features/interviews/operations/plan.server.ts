import { z } from 'zod';
import { asColumns } from '#server/db/as-columns.ts';
import { operation } from '#server/perform.ts';
import { channelDetailsFor } from '../writes/partners.server.ts';
import { refuseDeclinedTheme, themeToAskAbout } from '../reads/partners.server.ts';
import { openInterview } from '../reads/interviews.server.ts';
import type { Channel } from '#method/channels.ts';
import { exampleId } from '#method/field-schemas.ts';
import { channel, connection, id, organizationName } from '../schemas.ts';
import * as store from '../store.server.ts';
import { interviewChanged } from '../writes/interview-changed.server.ts';
import * as writes from '../writes/interviews.server.ts';

/**
 * Plans an interview: one partner, one main theme, and how they were found (method 2). Nothing is
 * sent. A connector applies to the channel `network` only, an organization to a school or
 * association only; an unknown name creates one.
 * @param connection how the explorer found them, as a sentence
 * @refuses `person.missing`, `people.do-not-contact`, `interviews.one-open`, `interviews.said-no`
 * when they declined this theme before, `theme.missing`, `themes.not-open`,
 * `interviews.connector-is-partner`, `organization.missing`, `interview.other-body` when the id is
 * known with another person, theme or way to them
 */
export const planInterview = operation({
	name: 'interviews.plan',
	http: { verb: 'POST', path: '/interviews' },
	summary: 'Plan an interview with a person about a theme',
	effect: 'write',
	input: z.object({
		id: id.optional(),
		personId: z.uuid({ version: 'v7', error: 'Choose the person you want to ask.' }),
		themeId: z.uuid({ version: 'v7', error: 'Choose the theme of the interview.' }),
		channel,
		connectorId: id.nullable().optional(),
		organizationId: id.nullable().optional(),
		organizationName: organizationName.optional(),
		connection: connection.default('')
	}),
	output: z.object({ id: z.string() }),
	example: { personId: exampleId, themeId: exampleId, channel: 'network' },
	said: 'Interview planned. Nothing is sent without your click',
	run: writes.planInterview
});

/** The organization stays unless it or the channel is changed. */
function organizationAfter(
	stored: store.Interview,
	chosen: Channel,
	input: { organizationId?: string | null | undefined; organizationName?: string | undefined }
): string | null {
	if (input.organizationId !== undefined) return input.organizationId;
	return chosen === stored.channel && input.organizationName !== '' ? stored.organizationId : null;
}

/**
 * Changes theme, channel, connector, organization, or how they were found; parts left out stay
 * unchanged, an empty name removes the organization.
 * @refuses `interview.missing`, `interviews.closed`, and those of `interviews.plan`
 */
export const changeInterview = operation({
	name: 'interviews.change',
	http: { verb: 'PATCH', path: '/interviews/{id}' },
	summary: 'Edit the theme of an interview or how the partner was found',
	effect: 'write',
	input: z.object({
		id,
		themeId: id.optional(),
		channel: channel.optional(),
		connectorId: id.nullable().optional(),
		organizationId: id.nullable().optional(),
		organizationName: organizationName.optional(),
		connection: connection.optional()
	}),
	output: z.object({ id: z.string() }),
	example: { id: exampleId, connection: 'From the corrections page' },
	said: 'Saved',
	run: async (context, input) => {
		const { scope, now, record } = context;
		const stored = await openInterview(scope, input.id);
		const themeId = input.themeId ?? stored.themeId;
		if (themeId !== stored.themeId) {
			await themeToAskAbout(scope, themeId);
			await refuseDeclinedTheme(scope, stored, themeId);
		}
		const chosen = input.channel ?? stored.channel;
		const way = await channelDetailsFor(context, stored.personId, {
			channel: chosen,
			connectorId: input.connectorId === undefined ? stored.connectorId : input.connectorId,
			organizationId: organizationAfter(stored, chosen, input),
			organizationName: input.organizationName
		});
		await store.changeInterview(scope, stored.id, {
			theme_id: themeId,
			channel: chosen,
			...asColumns(way),
			connection: input.connection ?? stored.connection,
			changed_at: now
		});
		if (themeId !== stored.themeId || chosen !== stored.channel) {
			for (const follow of context.extensions.of(interviewChanged)) {
				await follow(scope, stored.id, now);
			}
		}
		record({ verb: 'interviews.changed', about: { kind: 'interview', id: stored.id } });
		return { id: stored.id };
	}
});

/**
 * Deletes a planned interview with its goals, sources and drafts. After a request it can only be
 * closed, so that nobody is asked twice by mistake.
 * @refuses `interview.missing`, `interviews.asked-already`
 */
export const removeInterview = operation({
	name: 'interviews.remove',
	http: { verb: 'DELETE', path: '/interviews/{id}' },
	summary: 'Delete a planned interview, as long as no request was sent',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({ id: z.string() }),
	example: { id: exampleId },
	said: 'Interview deleted',
	run: writes.removeInterview
});
