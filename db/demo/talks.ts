/** What eleven invented partners said, theme by theme; numbers name the criterion from 0. */
export type Stance = 'for' | 'between' | 'against';
export type Aspect =
	| 'day-to-day'
	| 'people'
	| 'skills'
	| 'training'
	| 'way-in'
	| 'pay-and-security'
	| 'values'
	| 'worst-parts'
	| 'future';

export interface DemoInsight {
	text: string;
	words?: string;
	aspect: Aspect;
	stance: Stance;
	strength: 1 | 2 | 3;
	criterion?: number;
	heardBefore?: true;
}

type Line = [
	text: string,
	aspect: Aspect,
	stance: Stance,
	strength: 1 | 2 | 3,
	rest?: { words?: string; criterion?: number; heardBefore?: true }
];

function insights(...lines: Line[]): DemoInsight[] {
	return lines.map(([text, aspect, stance, strength, rest]) => ({
		text,
		aspect,
		stance,
		strength,
		...rest
	}));
}

const heard = { heardBefore: true } as const;

export const magazineTalks: DemoInsight[][] = [
	insights(
		[
			'Every sentence is read twice before anyone else sees it',
			'day-to-day',
			'for',
			3,
			{ words: 'You touch every sentence twice.', criterion: 0 }
		],
		[
			'All of them live from a second thing',
			'pay-and-security',
			'against',
			3,
			{ words: 'We all have a second thing.', criterion: 2 }
		],
		[
			'The first year was unpaid',
			'way-in',
			'against',
			2,
			{ words: 'My first year was for free.', criterion: 3 }
		],
		['Three days of calls go into one page', 'worst-parts', 'against', 2],
		['The last week before closing has no evenings', 'day-to-day', 'against', 2],
		['Writers come back for years', 'people', 'for', 2],
		['A test page says more than any certificate', 'training', 'between', 1]
	),
	insights(
		[
			'Cutting is most of the work, and it is a pleasure',
			'skills',
			'for',
			2,
			{ words: 'I cut until it breathes.', criterion: 0 }
		],
		[
			'One meets drafts far more than people',
			'people',
			'between',
			2,
			{ words: 'You mostly meet their drafts.', criterion: 1 }
		],
		['Fees have not gone up since 2016', 'pay-and-security', 'against', 2, { criterion: 2 }],
		['Small magazines hire whoever helped last summer', 'way-in', 'between', 2, { criterion: 3 }],
		['Proofs at night are part of it', 'worst-parts', 'against', 2, heard],
		['She laughs at work every day', 'values', 'for', 2]
	),
	insights(
		['Choosing what not to print is the real editing', 'skills', 'for', 3, { criterion: 0 }],
		[
			'Calls are with agents, seldom with the writer alone',
			'people',
			'against',
			1,
			{ criterion: 1 }
		],
		[
			'Two of five colleagues left for steady pay',
			'pay-and-security',
			'against',
			2,
			{ criterion: 2 }
		],
		[
			'One has to sit in the room where the pages hang',
			'day-to-day',
			'against',
			2,
			{ words: 'You have to be in the room.', criterion: 4 }
		],
		['Readers write letters, and they matter', 'values', 'for', 2],
		['Print shrinks, newsletters grow', 'future', 'between', 2],
		['The art director decides more than one thinks', 'people', 'between', 1]
	),
	insights(
		[
			'One edits the writer first, then the text',
			'people',
			'for',
			3,
			{ words: 'You edit the writer first.', criterion: 0 }
		],
		[
			'Would do it again, part time',
			'values',
			'for',
			2,
			{ words: 'I would do it again, part time.' }
		],
		['A second income is how everybody does it', 'pay-and-security', 'against', 2, heard],
		['The quiet month is January', 'day-to-day', 'between', 1],
		['A copy-editing course opened the first door', 'training', 'for', 2],
		['Nobody tells you how often you say no', 'worst-parts', 'against', 2]
	)
];

export const technicalTalks: DemoInsight[][] = [
	insights(
		[
			'Half of it is choosing what to leave out',
			'skills',
			'for',
			2,
			{ words: 'Half of it is choosing what not to say.', criterion: 0 }
		],
		[
			'A good writer is kept whatever happens',
			'pay-and-security',
			'for',
			3,
			{ words: 'Nobody lets a good writer go.', criterion: 2 }
		],
		[
			'Two pages of one’s own are the whole exam',
			'way-in',
			'for',
			3,
			{ words: 'Show me two pages, that is the exam.', criterion: 3 }
		],
		[
			'Meets an engineer once a week',
			'people',
			'between',
			2,
			{ words: 'I see an engineer on Tuesdays.', criterion: 1 }
		],
		['Mornings are silent, and that is agreed', 'day-to-day', 'for', 2],
		['Documents die with the product', 'worst-parts', 'against', 2],
		['The tools change every two years', 'skills', 'between', 1]
	),
	insights(
		['Long sentences are broken with pride', 'skills', 'for', 2, { criterion: 0 }],
		['Paid like the engineers, a little less', 'pay-and-security', 'for', 2, { criterion: 2 }],
		[
			'The whole team is spread over four countries',
			'day-to-day',
			'for',
			3,
			{ words: 'I have never met my team.', criterion: 4 }
		],
		['Nobody reads it until something burns', 'worst-parts', 'against', 2],
		['Testing the product oneself is half the fun', 'day-to-day', 'for', 2],
		['Came from teaching, without any course', 'way-in', 'for', 2, { criterion: 3 }],
		['Release weeks are loud', 'day-to-day', 'between', 1]
	),
	insights(
		['Templates decide a third of the words', 'day-to-day', 'between', 2, { criterion: 0 }],
		['Contracts are permanent after half a year', 'pay-and-security', 'for', 2, { criterion: 2 }],
		['Support people are the real teachers', 'people', 'between', 2, { criterion: 1 }],
		['Bookkeepers do well: they like exact things', 'way-in', 'for', 2, { criterion: 3 }],
		['One is asked last and blamed first', 'worst-parts', 'against', 3],
		['Four years later she still explains it at dinner', 'values', 'for', 1],
		['A course of eight weekends is enough', 'training', 'for', 2]
	),
	insights(
		['Writing is an hour of the day, asking is three', 'day-to-day', 'for', 2, { criterion: 0 }],
		['Works from a farmhouse, nobody minds', 'day-to-day', 'for', 2, { criterion: 4 }],
		['The customer is a name in a ticket', 'people', 'against', 2, { criterion: 1 }],
		['Steady, and dull in the best sense', 'pay-and-security', 'for', 2, { criterion: 2 }],
		['Nobody reads it until something burns', 'worst-parts', 'against', 2, heard],
		['Two pages of one’s own got the interview', 'way-in', 'for', 2, heard],
		['Machines write first drafts now, people check', 'future', 'between', 2]
	),
	insights(
		['Silent mornings again, guarded by the calendar', 'day-to-day', 'for', 2, heard],
		['Templates decide much of it', 'skills', 'between', 1, heard],
		['Likes that the work is finished when it is finished', 'values', 'for', 2],
		['Documents die with the product', 'worst-parts', 'against', 2, heard],
		['Checking what a machine drafted is half of her week', 'future', 'between', 2],
		['Paid like the engineers', 'pay-and-security', 'for', 2, heard],
		['The union agreement holds here too', 'pay-and-security', 'for', 1]
	)
];

export const counsellingTalks: DemoInsight[][] = [
	insights(
		[
			'One has to be where the pupils are',
			'people',
			'for',
			3,
			{ words: 'You have to be where they are.', criterion: 1 }
		],
		[
			'Two years of evening study before anything',
			'training',
			'against',
			3,
			{ words: 'Two years of evenings first.', criterion: 3 }
		],
		[
			'The council pays late and surely',
			'pay-and-security',
			'for',
			2,
			{ words: 'The council pays, always late, always.', criterion: 2 }
		],
		['Some stories come home with you', 'worst-parts', 'against', 2],
		['Holidays are real holidays', 'day-to-day', 'for', 2],
		['The best hour is the one nobody booked', 'values', 'for', 2]
	),
	insights(
		[
			'Wednesdays are spent in the corridor on purpose',
			'day-to-day',
			'for',
			3,
			{ words: 'Nobody books an hour to cry. You have to be where they are.', criterion: 1 }
		],
		[
			'Two years of evening study before anyone lets you sit alone with a pupil',
			'way-in',
			'against',
			2,
			{ criterion: 3 }
		],
		[
			'A third of the week is letters and records, and that is liked',
			'skills',
			'between',
			1,
			{ words: 'A third of my week is letters.', criterion: 0 }
		],
		['Parents are half of the work', 'people', 'between', 2],
		['Supervision is the part that keeps one whole', 'worst-parts', 'for', 2],
		['A school looks for someone every autumn', 'future', 'for', 2],
		['Listening is tiring in a good way', 'values', 'for', 2]
	)
];
