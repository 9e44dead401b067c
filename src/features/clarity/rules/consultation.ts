import { listed } from '#kernel/number-text.ts';
import { ended } from '#method/wording.ts';

/** The parts that an explorer may share with a coach, each chosen separately (method 1). */
export const shares = [
	'themes',
	'descriptions',
	'readiness',
	'interests',
	'strengths',
	'values',
	'criteria'
] as const;
export type Share = (typeof shares)[number];

/** Default: the themes' titles only. */
export const usualShares: readonly Share[] = ['themes'];

export const shareText: Record<Share, string> = {
	themes: 'The titles of my themes',
	descriptions: 'What each theme means to me',
	readiness: 'How far the readiness check has come, and what is open in it',
	interests: 'My interests',
	strengths: 'My strengths',
	values: 'My values',
	criteria: 'What has to be true of work'
};

/** The facts that the text can be composed of. */
export interface Shareable {
	themes: readonly { title: string; activity: string; setting: string; pull: string }[];
	/** codes of findings that are not done */
	readiness: { verdict: 'ready' | 'almost' | 'too-soon'; open: readonly string[] };
	interests: readonly string[];
	strengths: readonly string[];
	values: readonly string[];
	criteria: readonly { text: string; isDealBreaker: boolean }[];
}

const verdictText = {
	ready: 'I have worked through what I wanted to know first.',
	almost: 'I am almost ready to ask people about their work.',
	'too-soon': 'I am still sorting my thoughts before I ask people about their work.'
};

/** Open findings in the first person; they name no theme and no value. */
const openText: Record<string, string> = {
	themes: 'I have not settled on one to three themes.',
	described: 'Of some themes I cannot say yet what I would do, where, and why it pulls.',
	self: 'I am still collecting interests, strengths and values.',
	criteria: 'What has to be true of work is not settled.',
	alternatives: 'I am drawn in many directions.',
	'top-theme': 'Which theme comes first is still fresh.',
	'soft-clarity': 'I do not see myself clearly yet.',
	'soft-satisfaction': 'My shortlist does not satisfy me yet.',
	'soft-fear': 'I am afraid of choosing wrong.',
	'soft-pressure': 'Others expect much of me in this.',
	'soft-confidence': 'Contacting a stranger feels hard.'
};

function oneLine(text: string): string {
	return text.replaceAll(/\s+/g, ' ').trim();
}

function described({ title, activity, setting, pull }: Shareable['themes'][number]): string[] {
	const parts = [activity, setting, pull].map(oneLine).filter(Boolean);
	return parts.length > 0 ? [`${oneLine(title)}: ${parts.map(ended).join(' ')}`] : [];
}

function line(lead: string, items: readonly string[]): string[] {
	return items.length > 0 ? [`${lead}: ${ended(items.map(oneLine).join(', '))}`] : [];
}

const paragraphs: Record<Share, (known: Shareable) => string[]> = {
	themes: ({ themes }) => {
		const titles = themes.map(({ title }) => oneLine(title));
		return titles.length > 0 ? [`What I am thinking of: ${ended(listed(titles))}`] : [];
	},
	descriptions: ({ themes }) => themes.flatMap(described),
	readiness: ({ readiness }) => [
		[
			verdictText[readiness.verdict],
			...readiness.open.flatMap((code) => openText[code] ?? [])
		].join(' ')
	],
	interests: ({ interests }) => line('What draws me', interests),
	strengths: ({ strengths }) => line('What I am good at', strengths),
	values: ({ values }) => line('What matters to me', values),
	criteria: ({ criteria }) =>
		line(
			'What has to be true of work',
			criteria.map(({ text, isDealBreaker }) => (isDealBreaker ? `${text} (without it, no)` : text))
		)
};

/** The parts that have any content now. */
export function shareableNow(known: Shareable): Share[] {
	return shares.filter((share) => paragraphs[share](known).length > 0);
}

/** The e-mail address within the text that names a coach, if there is one. */
export function addressIn(coach: string): string | undefined {
	return /[^\s<>,;:"()]+@[^\s<>,;:"()]+\.[^\s<>,;:"()]+/u.exec(coach)?.[0];
}

/** The coach's name in that text, for the salutation; empty when it is only an address. */
export function nameIn(coach: string): string {
	const address = addressIn(coach);
	return oneLine((address ? coach.replace(address, '') : coach).replaceAll(/[<>,;:"()]/g, ' '));
}

/**
 * Composes the request for a free career clarity talk from exactly the chosen parts (method 1).
 * @param coach name as entered, with or without an address
 */
export function consultationText(
	coach: string,
	chosen: readonly Share[],
	known: Shareable,
	explorerName: string
): string {
	const name = nameIn(coach);
	const shared = shares
		.filter((share) => chosen.includes(share))
		.flatMap((share) => paragraphs[share](known));
	return [
		`Hello${name ? ` ${name}` : ''},`,
		'Would you have half an hour for a career clarity talk with me, free of charge, by phone, by video or in person? I would like to think aloud with somebody who asks and listens, and come out with one next step. You choose the day.',
		...(shared.length > 0 ? ['So that you know where I am:', ...shared] : []),
		'If it does not suit you, a short no is perfectly fine. If somebody else would be the better person to ask, I am glad of a name.',
		`Kind regards,\n${explorerName}`
	].join('\n\n');
}

export const consultationSubject = 'A career clarity talk';
