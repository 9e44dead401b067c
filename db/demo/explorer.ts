/** The invented explorer of the demo and her clarity entries. */
export const explorer = {
	name: 'Mara Lindqvist',
	email: 'mara@imago.example',
	password: 'a butterfly rests on paper',
	zone: 'Europe/Stockholm',
	introduction: 'a bookkeeper in Gothenburg who edits everything in reach'
};

export const themes = [
	{
		title: 'Magazine editing',
		activity: 'Choose, cut and shape other people’s stories until they sing.',
		setting: 'A small office or from home, with writers and one art director.',
		pull: 'I rewrite the menu in every restaurant I sit in.',
		titles: 'editor, copy chief, sub-editor'
	},
	{
		title: 'Technical writing',
		activity: 'Explain a machine so that someone tired can use it.',
		setting: 'Engineers on video calls, long quiet mornings.',
		pull: 'Six years of closing the books taught me to love exactness.',
		titles: 'technical writer, documentation'
	},
	{
		title: 'School counselling',
		activity: 'Listen to fifteen-year-olds and help them see two steps ahead.',
		setting: 'A school with 600 pupils, one door that is always open.',
		pull: 'People tell me things on trains.',
		titles: 'school counsellor'
	}
];

export const parked = { title: 'Museum education', lookAgainInDays: 40 };

export const notes = {
	interest: ['How stories are built', 'Why people change course', 'Tools and manuals'],
	strength: ['Exactness under a deadline', 'Getting shy people to talk', 'Plain words'],
	value: ['Doing it well', 'Being useful to one person', 'Time of my own']
} as const;

export const criteria = [
	{ text: 'Working with words' },
	{ text: 'Time with one person' },
	{ text: 'Steady income' },
	{ text: 'A way in under 18 months', dealBreaker: true },
	{ text: 'Staying in Gothenburg' }
];

export const answers = { clarity: 4, satisfaction: 4, fear: 2, pressure: 2, confidence: 4 };
