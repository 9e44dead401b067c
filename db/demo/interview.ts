import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { z } from 'zod';

/** Goals of interviews by name. */
const goals = {
	editing: 'How much of a week is editing, and how much is keeping people calm',
	beginning: 'Whether somebody of 38 can begin without a year of unpaid work',
	explaining: 'What a good day looks like when nobody reads the result',
	entering: 'What a bookkeeper would have to show to be taken seriously',
	listening: 'How much of a week is listening, and how much is records',
	evenings: 'Whether two years of evening study can be shortened'
};

const count = z.number().optional();

/** A row of `interviews.csv`; days count back from today, negative ones ahead. */
const row = z.object({
	name: z.string(),
	position: z.string(),
	company: z.string(),
	place: z.string(),
	zone: z.string(),
	/** index of its theme, from 0 */
	theme: z.literal([0, 1, 2]),
	channel: z.enum(['network', 'school', 'association', 'direct']),
	/** name of the connector, one of `connectors` below */
	connector: z.string().optional(),
	wished: z.number(),
	asked: count,
	answered: count,
	/** start of the agreed talk: days before today at a local time, or hours from now */
	day: count,
	time: z.string().optional(),
	hours: count,
	minutes: z.literal([10, 15, 20]).optional(),
	medium: z.enum(['phone', 'in-person', 'video']).optional(),
	/** duration in minutes */
	held: count,
	thanked: z.literal(true).optional(),
	/** day on which it was closed, and the reason */
	closed: count,
	reason: z.enum(['no-answer', 'declined', 'other']).optional(),
	goals: z.string().default('')
});

/** Start, length and medium of an agreed talk. */
export type DemoMeeting = { minutes: 10 | 15 | 20; medium: 'phone' | 'in-person' | 'video' } & (
	{ day: number; time: string } | { hours: number }
);

function meetingOf({ day, time, hours, minutes, medium }: z.infer<typeof row>) {
	if (minutes === undefined || medium === undefined) return undefined;
	const when = hours === undefined ? { day: day ?? 0, time: time ?? '' } : { hours };
	return { minutes, medium, ...when } satisfies DemoMeeting;
}

function interviewOf(given: z.infer<typeof row>) {
	const { closed, reason, goals: names } = given;
	return {
		...given,
		meeting: meetingOf(given),
		closed: closed === undefined || !reason ? undefined : { day: closed, reason },
		goals: Object.entries(goals)
			.filter(([name]) => names.split(' ').includes(name))
			.map(([, goal]) => goal)
	};
}
export type DemoInterview = ReturnType<typeof interviewOf>;

const file = readFileSync(new URL('interviews.csv', import.meta.url), 'utf8');
const { data } = Papa.parse<object>(file, {
	header: true,
	skipEmptyLines: true,
	dynamicTyping: true
});

/**
 * The interviews: first eleven held ones, the oldest of each theme first, as in `talks.csv`; then those
 * ahead, waiting or closed.
 */
export const interviews: readonly DemoInterview[] = data.map((each) =>
	interviewOf(
		row.parse(Object.fromEntries(Object.entries(each).filter(([, value]) => value !== null)))
	)
);

export const connectors = [
	{ name: 'Karin Ekblad', position: 'Finance lead', company: 'Sävra Freight', place: 'Gothenburg' },
	{
		name: 'Tobias Lindgren',
		position: 'Printer’s representative',
		company: 'Palmér Tryck',
		place: 'Gothenburg'
	}
];
