import type { Parties } from '#features/meetings/reads/invitation.server.ts';
import type { Meeting } from '#features/meetings/store.server.ts';

/** Parties and meetings for the tests of the calendar entry. */
export const parties: Parties = {
	explorer: 'Mara Lindqvist',
	email: 'mara.lindqvist@people.example',
	partner: 'Inês Falcato',
	zone: 'Europe/Stockholm'
};

export function meetingWith(change: Partial<Meeting> = {}): Meeting {
	return {
		id: '01938b6c-0000-7000-8000-000000000001',
		interviewId: '01938b6c-0000-7000-8000-000000000002',
		startsAt: '2026-12-01T15:00:00.000Z',
		zone: 'Europe/Stockholm',
		wallTime: '2026-12-01T16:00',
		partnerZone: 'Europe/Lisbon',
		minutes: 15,
		medium: 'phone',
		place: '',
		sequence: 0,
		agreedAt: '2026-11-23T08:00:00.000Z',
		changedAt: '2026-11-23T08:00:00.000Z',
		cancelledAt: null,
		because: '',
		...change
	};
}

/** A name with characters that need escaping in calendar files: separators, quotes, emoji, a line break. */
export const hardName = 'Falcato; Inês, "the \\editor" 🦋👩‍🍳\nLisbon';
