import { otherBody, refuseConflict } from '#kernel/refusal.ts';
import { asColumns } from '#server/db/as-columns.ts';
import type { Context } from '#server/perform.ts';
import { knownInterview } from '../reads/interviews.server.ts';
import { refuseSixthWaiting } from '../reads/waiting.server.ts';
import * as store from '../store.server.ts';
import { hasChannelDetails, channelDetailsFor, type ChannelDetails } from './partners.server.ts';
import { partnerToAsk, refuseAskingTwice, themeToAskAbout } from '../reads/partners.server.ts';

interface Planned extends ChannelDetails {
	id?: string | undefined;
	personId: string;
	themeId: string;
	/** how the partner was found, as a sentence */
	connection: string;
}

/** Adds an interview. Refusals as of `interviews.plan`. */
export async function planInterview(context: Context, input: Planned) {
	const { scope, now, record, newId } = context;
	const interviewId = input.id ?? newId();
	const known = await store.interviewOf(scope, interviewId);
	if (known) {
		const same =
			known.personId === input.personId &&
			known.themeId === input.themeId &&
			known.connection === input.connection &&
			(await hasChannelDetails(context, known, input));
		if (same) return { id: known.id };
		throw otherBody('interview');
	}
	const person = await partnerToAsk(scope, input.personId);
	await refuseAskingTwice(scope, person, input.themeId);
	await themeToAskAbout(scope, input.themeId);
	const way = await channelDetailsFor(context, person.id, input);
	await store.addInterview(scope, {
		id: interviewId,
		person_id: person.id,
		theme_id: input.themeId,
		channel: input.channel,
		connection: input.connection,
		...asColumns(way),
		wished_at: now,
		changed_at: now
	});
	record({ verb: 'interviews.planned', about: { kind: 'interview', id: interviewId } });
	return { id: interviewId };
}

/** Deletes a planned interview. Refusals as of `interviews.remove`. */
export async function removeInterview({ scope, record }: Context, input: { id: string }) {
	const stored = await knownInterview(scope, input.id);
	if (stored.askedAt ?? stored.agreedAt ?? stored.heldAt) {
		throw refuseConflict(
			'interviews.asked-already',
			'A request was sent, so the interview stays. This way, no one is asked twice by mistake. Close the interview instead.'
		);
	}
	await store.removeInterview(scope, stored.id);
	record({ verb: 'interviews.removed', about: { kind: 'interview', id: stored.id } });
	return { id: stored.id };
}

/** Removes a noted answer. Refusals as of `interviews.unnoteAnswer`. */
export async function unnoteAnswer(
	{ scope, now, record }: Context,
	input: { id: string; answeredAt: string }
) {
	const stored = await knownInterview(scope, input.id);
	const followed = stored.agreedAt ?? stored.heldAt ?? stored.closedAt;
	if (stored.answeredAt !== input.answeredAt || followed) {
		throw refuseConflict(
			'interviews.changed-since',
			'The interview has moved on since, so it stays marked as answered. Nothing was changed. Continue on its page.'
		);
	}
	await refuseSixthWaiting(scope, { ...stored, answeredAt: null });
	await store.changeInterview(scope, stored.id, { answered_at: null, changed_at: now });
	record({ verb: 'interviews.unanswered', about: { kind: 'interview', id: stored.id } });
	return { id: stored.id };
}
