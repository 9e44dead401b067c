type Minutes = 10 | 15 | 20;
type Medium = 'phone' | 'in-person' | 'video';

/** An agreed talk: so many days before today at a wall time at home, or so many hours from now. */
export type DemoMeeting = { minutes: Minutes; medium: Medium } & (
	{ day: number; time: string } | { hours: number }
);

/** Where an invented interview stands; days count back from today, ahead with a minus. */
export interface DemoInterview {
	name: string;
	position: string;
	company: string;
	place: string;
	zone: string;
	/** seat of its theme, from 0 */
	theme: 0 | 1 | 2;
	channel: 'network' | 'school' | 'association' | 'direct';
	/** who brought them; `connectors` below */
	connector?: string;
	wished: number;
	asked?: number;
	answered?: number;
	meeting?: DemoMeeting;
	/** minutes it took */
	held?: number;
	thanked?: true;
	closed?: { day: number; reason: 'no-answer' | 'declined' | 'other' };
	goals: string[];
}

/** What one wants to learn from whom. */
export const goals = {
	editing: 'How much of a week is editing, and how much is keeping people calm',
	beginning: 'Whether somebody of 38 can begin without a year of unpaid work',
	explaining: 'What a good day looks like when nobody reads the result',
	entering: 'What a bookkeeper would have to show to be taken seriously',
	listening: 'How much of a week is listening, and how much is records',
	evenings: 'Whether two years of evening study can be shortened'
};

export function at(day: number, time: string, minutes: Minutes, medium: Medium): DemoMeeting {
	return { day, time, minutes, medium };
}

export function hoursFromNow(hours: number, minutes: Minutes, medium: Medium): DemoMeeting {
	return { hours, minutes, medium };
}

export const connectors = [
	{ name: 'Karin Ekblad', position: 'Finance lead', company: 'Sävra Freight', place: 'Gothenburg' },
	{
		name: 'Tobias Lindgren',
		position: 'Printer’s representative',
		company: 'Palmér Tryck',
		place: 'Gothenburg'
	}
];
