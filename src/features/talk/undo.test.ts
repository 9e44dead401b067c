import { test } from 'vitest';
import { operationsIn } from '#server/perform.ts';
import { getInterview } from '#features/interview-page/operations.server.ts';
import * as interviews from '#features/interviews/operations.server.ts';
import * as meetings from '#features/meetings/operations.server.ts';
import * as outreach from '#features/outreach/operations.server.ts';
import { talked } from '#tests/support/talked.ts';
import { newId } from '#server/tokens.ts';
import { goodText, type Season } from '#tests/support/season-parts.ts';
import { holdAllUndoable, holdUndoInSeason, type SeasonCases } from '#tests/support/undo.ts';
import { agreementExample as terms } from '#features/meetings/schemas.ts';
import * as talk from './operations.server.ts';

const nextVersion = 'a calendar that took the change takes the way back as its next version';
const thanks = {
	purpose: 'thank-you',
	through: 'copied',
	subject: 'Thank you',
	body: 'Dear Priya, the corridor on Wednesdays has not left me. Thank you for twenty minutes.'
} as const;
const note = { day: '2026-11-22', time: '16:00', minutes: 15 };

const agree = (season: Season, interviewId: string) =>
	season.as(meetings.agreeMeeting, { interviewId, ...terms });

/** Id and version of a meeting, as a page submits them. */
async function lastSeen(season: Season, id: string, interviewId: string) {
	const { meeting } = await season.as(meetings.getMeeting, { interviewId });
	return { id, changedAt: meeting?.changedAt ?? '' };
}

async function agreed(season: Season) {
	const interviewId = await season.prepared('Joan Whitcombe');
	const { id } = await agree(season, interviewId);
	return { interviewId, last: () => lastSeen(season, id, interviewId) };
}

async function thanked(season: Season): Promise<string> {
	const interviewId = await talked(season, 'Priya Raman');
	await season.as(outreach.markSent, { interviewId, ...thanks });
	return interviewId;
}

/** An interview with a drafted request. */
async function written(season: Season): Promise<string> {
	const interviewId = await season.prepared('Joan Whitcombe');
	await season.as(outreach.draftMessage, { interviewId });
	await season.as(outreach.writeMessage, { interviewId, purpose: 'request', ...goodText });
	return interviewId;
}

const cases: SeasonCases = {
	'interviews.noteAnswer': async (season) => {
		const id = await season.asked('Joan Whitcombe');
		return { input: () => ({ id }), otherwise: () => agree(season, id) };
	},
	'interviews.close': async (season) => {
		const id = await season.asked('Joan Whitcombe');
		const input = { id, reason: 'forgotten' } as const;
		return {
			input: () => input,
			otherwise: async () => {
				const { dates } = await season.as(getInterview, { id });
				await season.as(interviews.uncloseInterview, { id, closedAt: dates.closedAt ?? '' });
				await season.as(interviews.closeInterview, input);
			}
		};
	},
	'interviews.reopen': async (season) => {
		const id = await season.asked('Joan Whitcombe');
		await season.as(interviews.closeInterview, { id, reason: 'not-now' });
		return {
			input: () => ({ id }),
			otherwise: () => season.as(interviews.noteAnswer, { id })
		};
	},
	'messages.draft': async (season) => {
		const interviewId = await written(season);
		return {
			input: () => ({ interviewId, startOver: 'yes' }),
			otherwise: () =>
				season.as(outreach.writeMessage, { interviewId, purpose: 'request', ...goodText })
		};
	},
	'messages.markSent': async (season) => {
		const interviewId = await written(season);
		return {
			input: () => ({ interviewId, purpose: 'request', through: 'copied' }),
			otherwise: () => season.as(interviews.noteAnswer, { id: interviewId })
		};
	},
	'messages.noteAnswer': async (season) => {
		const message = { interviewId: await thanked(season), purpose: 'thank-you' } as const;
		return {
			input: () => message,
			otherwise: async () => {
				await season.as(outreach.unnoteMessageAnswer, message);
				await season.as(outreach.noteMessageAnswer, message);
			}
		};
	},
	'meetings.agree': async (season) => {
		const interviewId = await season.asked('Joan Whitcombe');
		const id = newId();
		return {
			input: () => ({ id, interviewId, ...terms }),
			otherwise: async () =>
				season.as(meetings.cancelMeeting, await lastSeen(season, id, interviewId))
		};
	},
	'meetings.move': async (season) => {
		const { last } = await agreed(season);
		const moved = { ...terms, time: '17:00', partnerZone: null, place: '+351 1' };
		return {
			input: async () => ({ ...(await last()), ...moved }),
			otherwise: async () =>
				season.as(meetings.moveMeeting, { ...(await last()), ...terms, time: '18:00' }),
			leaves: { 'meetings.sequence': nextVersion }
		};
	},
	'meetings.cancel': async (season) => {
		const { last, interviewId } = await agreed(season);
		return {
			input: async () => ({ ...(await last()), because: 'A child is ill' }),
			otherwise: () => agree(season, interviewId),
			leaves: { 'meetings.sequence': nextVersion }
		};
	},
	'talks.noteHeld': async (season) => {
		const interviewId = await season.prepared('Priya Raman');
		return {
			input: () => ({ interviewId, ...note }),
			otherwise: () => season.as(outreach.markSent, { interviewId, ...thanks }),
			leaves: { talk_events: 'the log of a talk is added to and never changed' }
		};
	}
};

holdAllUndoable(operationsIn(interviews, outreach, meetings, talk), Object.keys(cases));

test.each(Object.entries(cases))(
	'%s is taken back without a trace, and not once something else was changed',
	(name, make) => holdUndoInSeason(name, make)
);

test('thanks are taken back too, and not once they were answered', () =>
	holdUndoInSeason('messages.markSent', async (season) => {
		const interviewId = await talked(season, 'Priya Raman');
		const message = { interviewId, purpose: 'thank-you' } as const;
		const { subject, body } = thanks;
		await season.as(outreach.writeMessage, { ...message, subject, body });
		return {
			input: () => ({ ...message, through: 'copied' }),
			otherwise: () => season.as(outreach.noteMessageAnswer, message)
		};
	}));
