export interface Template {
	subject: string;
	body: string;
}

export interface Placeholder {
	/** its name, between double braces in a template */
	name: string;
	/** explanation for the explorer of what to fill in */
	explanation: string;
	example: string;
}

/** All placeholders of templates, in the order in which a request uses them. */
export const placeholders: readonly Placeholder[] = [
	{ name: 'partner', explanation: 'How you address your partner.', example: 'Joan' },
	{ name: 'theme', explanation: 'The theme, in one to three words.', example: 'copy editing' },
	{
		name: 'connection',
		explanation: 'How you found them, as a sentence without its full stop.',
		example: 'Karin Ekblad thought we should meet'
	},
	{
		name: 'why you',
		explanation: 'Why them and nobody else, as the end of “I thought of you because …”.',
		example: 'you wrote that you cook a recipe before you print it'
	},
	{ name: 'minutes', explanation: 'How long: 10, 15 or 20, at most 30.', example: '15' },
	{
		name: 'medium',
		explanation: 'How: by phone, in person or by video.',
		example: 'by phone'
	},
	{ name: 'week', explanation: 'When, roughly.', example: 'the week of 30 November' },
	{
		name: 'goal',
		explanation: 'What you want to learn and cannot read anywhere, as the end of “to hear …”.',
		example: 'what an ordinary closing week looks like'
	},
	{ name: 'asked on', explanation: 'The day on which you first wrote.', example: '24 November' },
	{ name: 'connector', explanation: 'How you address who introduced you.', example: 'Tobias' },
	{ name: 'talked on', explanation: 'The day on which you talked.', example: '8 December' },
	{
		name: 'since when',
		explanation: 'Since when, as the end of “I have come back to it …”.',
		example: 'often since we talked on 8 December'
	},
	{
		name: 'what they said',
		explanation:
			'What stayed with you, as the end of “You said …”, in their words if you have them.',
		example: '“you have to be where they are”'
	},
	{
		name: 'what it changed',
		explanation: 'What you see differently now, or will do because of it, as a sentence.',
		example: 'I will ask the next counsellor where they stand, not where they sit.'
	},
	{ name: 'told on', explanation: 'The day of your first update.', example: '22 December' },
	{
		name: 'what came of it',
		explanation: 'What you did, learned or decided since, in a sentence or two.',
		example: 'I spent a morning at a school and have signed up for the evening course.'
	},
	{ name: 'me', explanation: 'Your name.', example: 'Mara Lindqvist' }
];

const places = /\{\{\s{0,3}([^{}\n]{1,60})\}\}/g;

function nameOf(inside: string): string {
	return inside.trim().toLowerCase().replace(/\s+/g, ' ');
}

/**
 * Fills `{{name}}` with known facts. An unknown or blank one stays as a visible placeholder in its
 * sentence, so that the message check reports it. Values are inserted as they are: braces in them are
 * not filled again.
 * @param facts values by placeholder name, in lower case
 */
export function fillTemplate(
	template: string,
	facts: Readonly<Record<string, string | undefined>>
): string {
	return template.replace(places, (place, inside: string) => {
		const name = nameOf(inside);
		const value = Object.hasOwn(facts, name) ? facts[name]?.trim() : undefined;
		return value ? value : place;
	});
}

/** Distinct names of the placeholders left in a text, in order. */
export function openPlaceholders(text: string): string[] {
	return [...new Set([...text.matchAll(places)].map((hit) => nameOf(hit[1] ?? '')))];
}
