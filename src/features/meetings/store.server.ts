import { asColumns } from '#server/db/as-columns.ts';
import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_MEETINGS_EACH } from './rules/lengths.ts';
import { medium, type MeetingView } from './schemas.ts';

const { add, change, remove: removeMeeting } = crud('meetings');
export { removeMeeting };

/** A meeting's row, cancelled or not. */
export interface Meeting extends MeetingView {
	cancelledAt: string | null;
	because: string;
}

const columns = [
	'id',
	'interview_id as interviewId',
	'starts_at as startsAt',
	'zone',
	'wall_time as wallTime',
	'partner_zone as partnerZone',
	'minutes',
	'medium',
	'place',
	'sequence',
	'agreed_at as agreedAt',
	'changed_at as changedAt',
	'cancelled_at as cancelledAt',
	'cancelled_because as because'
] as const;

type Kept = Omit<Meeting, 'medium'> & { medium: string };

function asMeeting(row: Kept): Meeting {
	return { ...row, medium: medium.parse(row.medium) };
}

function meetings({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>) {
	return db.selectFrom('meetings').select(columns).where('workspace_id', '=', workspaceId);
}

const ofInterview = preparedQuery((db, workspaceId, interviewId: string) =>
	meetings({ db, workspaceId })
		.where('interview_id', '=', interviewId)
		.orderBy('agreed_at', 'desc')
		.limit(MOST_MEETINGS_EACH)
);

/** All meetings of an interview, cancelled ones included, latest agreement first. */
export async function meetingsOf(scope: Scope, interviewId: string): Promise<Meeting[]> {
	return (await ofInterview(scope, interviewId)).map(asMeeting);
}

export async function meetingById(scope: Scope, id: string): Promise<Meeting | undefined> {
	const row = await meetings(scope).where('id', '=', id).executeTakeFirst();
	return row && asMeeting(row);
}

/** Columns of the agreed terms. */
export type Terms = Pick<
	Meeting,
	'startsAt' | 'zone' | 'wallTime' | 'partnerZone' | 'minutes' | 'medium' | 'place'
>;

function termsColumns(terms: Terms) {
	const { startsAt, zone, wallTime, partnerZone, minutes, medium: by, place } = terms;
	return asColumns({ startsAt, zone, wallTime, partnerZone, minutes, medium: by, place });
}

export function addMeeting(
	scope: Scope,
	meeting: Terms & { id: string; interviewId: string; now: string }
): Promise<void> {
	const { id, interviewId: interview_id, now } = meeting;
	const terms = termsColumns(meeting);
	return add(scope, { id, interview_id, ...terms, agreed_at: now, changed_at: now });
}

/** Changes the terms of a meeting and increments the sequence of its calendar entry. */
export function setTerms(scope: Scope, kept: Meeting, terms: Terms, now: string): Promise<void> {
	const next = { sequence: kept.sequence + 1, changed_at: now };
	return change(scope, kept.id, { ...termsColumns(terms), ...next });
}

/** Cancels a meeting, or with undefined restores it; increments the sequence of its calendar entry. */
export function setCancelled(
	scope: Scope,
	kept: Meeting,
	cancelled: { because: string } | undefined,
	now: string
): Promise<void> {
	return change(scope, kept.id, {
		sequence: kept.sequence + 1,
		changed_at: now,
		cancelled_at: cancelled ? now : null,
		cancelled_because: cancelled?.because ?? ''
	});
}
