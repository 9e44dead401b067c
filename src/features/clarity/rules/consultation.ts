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
	themes: 'Theme names',
	descriptions: 'Theme descriptions',
	readiness: 'Result of the readiness check, and what is still open',
	interests: 'Interests',
	strengths: 'Strengths',
	values: 'Values',
	criteria: 'Criteria: what you need from work'
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
	ready: 'I have finished my own preparation.',
	almost: 'I am almost ready to ask people about their work.',
	'too-soon': 'I am still sorting out my ideas before I ask people about their work.'
};

/** Open findings in the first person; they name no theme and no value. */
const openText: Record<string, string> = {
	themes: 'I have not chosen one to three fields to explore yet.',
	described:
		'For some of my ideas, I cannot yet say what I would do, where, or why the work attracts me.',
	self: 'I am still listing my interests, strengths and values.',
	criteria: 'I have not decided yet what I need from my work.',
	alternatives: 'I am drawn in many different directions.',
	'top-theme': 'I decided only recently which idea comes first.',
	'soft-clarity': 'I am not clear yet about who I am and what I want.',
	'soft-satisfaction': 'I am not satisfied with my shortlist yet.',
	'soft-fear': 'I am afraid of making the wrong choice.',
	'soft-pressure': 'I feel pressure from other people about this choice.',
	'soft-confidence': 'I find it hard to contact a stranger.'
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
		return titles.length > 0 ? [`What I am thinking about: ${ended(listed(titles))}`] : [];
	},
	descriptions: ({ themes }) => themes.flatMap(described),
	readiness: ({ readiness }) => [
		[
			verdictText[readiness.verdict],
			...readiness.open.flatMap((code) => openText[code] ?? [])
		].join(' ')
	],
	interests: ({ interests }) => line('What interests me', interests),
	strengths: ({ strengths }) => line('What I am good at', strengths),
	values: ({ values }) => line('What matters to me', values),
	criteria: ({ criteria }) =>
		line(
			'What I need from my work',
			criteria.map(({ text, isDealBreaker }) => (isDealBreaker ? `${text} (essential)` : text))
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
		'Would you have half an hour, free of charge, for a conversation about my career plans? We could meet by phone, by video or in person. I would like to think out loud with someone who asks questions and listens, and find one next step. Please choose a day that suits you.',
		...(shared.length > 0 ? ['Here is where I am now:', ...shared] : []),
		'If this does not suit you, a short no is perfectly fine. If you know someone better to ask, I would be grateful for a name.',
		`Kind regards,\n${explorerName}`
	].join('\n\n');
}

export const consultationSubject = 'A conversation about my career plans';
