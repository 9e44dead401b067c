import { ended, asPhrase, themeInSentence } from '#method/wording.ts';

/** Facts from which the texts of this file are generated. */
export interface Facts {
	/** title, activity and setting of the theme */
	theme: { title: string; activity: string; setting: string };
	explorer: { name: string; introduction: string };
}

/** Activity and setting of a theme as sentences; empty without any. */
function described({ activity, setting }: Facts['theme']): string {
	const parts = [activity, setting].map((part) => part.trim()).filter(Boolean);
	if (parts.length === 0) return '';
	return ` What I have in mind: ${parts.map(ended).join(' ')}`;
}

function signed({ name }: Facts['explorer']): string {
	return `Kind regards,\n${name}`;
}

/** The question of an introduction request, also used as its title. */
export function requestQuestion(themeTitle: string): string {
	return `Do you know someone connected to ${themeInSentence(themeTitle)}?`;
}

/**
 * A text that a connector can forward as it stands (method 2: a good introduction is double
 * opt-in, and begins with a forwardable blurb).
 */
export function blurb({ theme, explorer }: Facts): string {
	const who = explorer.introduction.trim();
	return `My name is ${explorer.name}.${who ? ` ${ended(who)}` : ''} I am exploring ${themeInSentence(theme.title)} before I make any decisions.${described(theme)} I would love to hear what an ordinary week looks like. Would you have 15 minutes by phone or in person, at a time that suits you? I am not asking for a job. I only want to learn from your experience.`;
}

/** The draft of an introduction request: the question, how to answer kindly, and what to forward. */
export function introductionRequestText(facts: Facts): string {
	return `Hello,

${requestQuestion(facts.theme.title)} I want to find out what this work is really like. I learn most from short conversations with people who do it.

If someone comes to mind, please ask them first if I may write to them. You are welcome to forward this:

“${blurb(facts)}”

If no one comes to mind, that is perfectly fine. If you know someone else who might know, please pass my question on.

${signed(facts.explorer)}`;
}

/**
 * The text to the administrator of a school (method 2): to be connected with alumni, to hear about
 * the training and how it serves them now.
 */
export function schoolText(
	facts: Facts,
	school: { name: string; training: string; administrator: string }
): string {
	const training = asPhrase(school.training);
	const about = `${training || 'the training'} at ${school.name}`;
	return `Hello${school.administrator ? ` ${school.administrator}` : ''},

I am exploring ${themeInSentence(facts.theme.title)}, and ${about} keeps coming up. Before I decide on any training, I would like to learn from people who have completed yours.

Could you connect me with one or two alumni? I would ask each of them for 15 minutes by phone or in person. I would like to hear what the training was like, and how it helps them in their work now. Please ask them first, and feel free to forward this message. I am not asking for a job or for a place on the course.

If someone else decides about this, who would be the right person to ask?

${signed(facts.explorer)}`;
}

/** The text to an association that asks to attend an event as a guest (method 2). */
export function guestText(
	facts: Facts,
	event: { title: string; day: string; association: string }
): string {
	const ofAssociation = event.association ? `, organised by ${event.association}` : '';
	return `Hello,

I am exploring ${themeInSentence(facts.theme.title)} and read about ${event.title} on ${event.day}${ofAssociation}. May I attend as a guest? I am not a member, and I would gladly pay the guest fee.

I would come to listen and to meet people who do this work. I am not looking for a job, only for a few short conversations later on, with anyone who would enjoy one.

${signed(facts.explorer)}`;
}

/** A drafted opening line for an event, to be spoken. */
export function openingLine(themeTitle: string): string {
	return `I am here as a guest, to find out what ${themeInSentence(themeTitle)} is really like. What brought you to this work?`;
}

/** How a partner was found, as the sentence that opens a request. */
export const foundThroughText = {
	introduced: (connector: string): string => `${connector} thought we should meet`,
	met: (title: string): string => `We met at ${title}`,
	alumni: (school: string): string => `${school} connected us`
};
