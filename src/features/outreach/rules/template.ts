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
	{ name: 'partner', explanation: 'The name you use for your partner.', example: 'Joan' },
	{ name: 'theme', explanation: 'The theme, in one to three words.', example: 'copy editing' },
	{
		name: 'connection',
		explanation: 'How you found them, as a sentence without a full stop.',
		example: 'Karin Ekblad thought we should meet'
	},
	{
		name: 'why you',
		explanation: 'Why you chose them, as the end of “I thought of you because …”.',
		example: 'you wrote that you cook a recipe before you print it'
	},
	{
		name: 'minutes',
		explanation: 'The number of minutes: 10, 15 or 20, at most 30.',
		example: '15'
	},
	{
		name: 'medium',
		explanation: 'The medium: by phone, in person or by video.',
		example: 'by phone'
	},
	{ name: 'week', explanation: 'The week you suggest.', example: 'the week of 30 November' },
	{
		name: 'goal',
		explanation:
			'What you want to learn and cannot find on the internet, as the end of “to hear …”.',
		example: 'what an ordinary closing week looks like'
	},
	{ name: 'asked on', explanation: 'The date of your request.', example: '24 November' },
	{
		name: 'connector',
		explanation: 'The name you use for the person who introduced you.',
		example: 'Tobias'
	},
	{ name: 'talked on', explanation: 'The date of your conversation.', example: '8 December' },
	{
		name: 'since when',
		explanation: 'How long it has been on your mind, as the end of “I have thought about it …”.',
		example: 'often since we spoke on 8 December'
	},
	{
		name: 'what they said',
		explanation:
			'What you remember most, as the end of “You said …”, in their words if you have them.',
		example: '“you have to be where they are”'
	},
	{
		name: 'what it changed',
		explanation:
			'What you see differently now, or will do because of the conversation, as a sentence.',
		example: 'I now plan to spend a morning with a counsellor before I decide.'
	},
	{ name: 'told on', explanation: 'The date of your first update.', example: '22 December' },
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
