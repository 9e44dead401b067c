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
	return ` What I mean by it: ${parts.map(ended).join(' ')}`;
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
	return `My name is ${explorer.name}.${who ? ` ${ended(who)}` : ''} I am exploring ${themeInSentence(theme.title)} before I decide anything.${described(theme)} I would love to hear what an ordinary week looks like, in 15 minutes by phone or in person, at a time that suits you. I am not asking for a job, only to learn from what you know.`;
}

/** The draft of an introduction request: the question, how to answer kindly, and what to forward. */
export function introductionRequestText(facts: Facts): string {
	return `Hello,

${requestQuestion(facts.theme.title)} I am finding out what this work is really like, and short talks with people who do it teach me most.

If somebody comes to mind, please ask them first whether I may write. You can forward this:

“${blurb(facts)}”

If nobody comes to mind, that is perfectly fine. If you know somebody who might, please pass my question on.

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

I am exploring ${themeInSentence(facts.theme.title)}, and ${about} keeps being named. Before I decide on any training, I would like to learn from people who went through yours.

Would you connect me with one or two alumni? I would ask each for 15 minutes by phone or in person: what the training was like, and how it serves them in their work now. Please ask them first; this text may be forwarded as it stands. I am not asking for a job or for a place.

If this is not yours to decide, who would be the right person to ask?

${signed(facts.explorer)}`;
}

/** The text to an association that asks to attend an event as a guest (method 2). */
export function guestText(
	facts: Facts,
	event: { title: string; day: string; association: string }
): string {
	const ofAssociation = event.association ? ` of ${event.association}` : '';
	return `Hello,

I am exploring ${themeInSentence(facts.theme.title)} and read about ${event.title}${ofAssociation} on ${event.day}. May I attend as a guest? I am not a member, and would gladly pay what guests pay.

I would come to listen and to meet people who do this work. I am not looking for a job, only for a few short talks later on, with whoever is glad to have one.

${signed(facts.explorer)}`;
}

/** A drafted opening line for an event, to be spoken. */
export function openingLine(themeTitle: string): string {
	return `I am here as a guest, finding out what ${themeInSentence(themeTitle)} is really like. What brought you to it?`;
}

/** How a partner was found, as the sentence that opens a request. */
export const foundThroughText = {
	introduced: (connector: string): string => `${connector} thought we should meet`,
	met: (title: string): string => `We met at ${title}`,
	alumni: (school: string): string => `${school} connected us`
};
