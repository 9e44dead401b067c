import { isAfterTalk, type Purpose } from '#method/purposes.ts';
import type { GoodPoint, Finding, FindingCode } from '#method/text-check/finding.ts';
import type { Reading } from '#method/text-check/reading.ts';

interface CheckedText {
	findings: readonly Finding[];
	english: boolean;
	/** whether words can be counted in this script */
	countable: boolean;
	/** whether the body asks for an interview */
	asks: boolean;
	body: Reading;
	subject: Reading;
}

/** Good points of a text, in the order of the page; only of what was checked. */
export function goodPointsOf(
	message: { purpose: Purpose; partnerName?: string | undefined },
	checked: CheckedText
): GoodPoint[] {
	const { english, countable, asks, body, subject } = checked;
	const request = message.purpose === 'request';
	const after = isAfterTalk(message.purpose);
	const [requests, followsUp] = [request && english, !request && !after && english];
	const [tells, thanks] = [after && english, message.purpose === 'thank-you' && english];
	const free = (...codes: FindingCode[]): boolean =>
		!checked.findings.some((finding) => codes.includes(finding.code));
	const partner = message.partnerName?.trim() || 'them';
	const counted = countable && body.wordCount > 0;
	const candidates: [boolean, string, string][] = [
		[requests && free('minutes-missing', 'minutes-over'), 'minutes', 'Length named'],
		[requests && free('medium-missing'), 'medium', 'Medium named'],
		[requests && free('reason-missing'), 'reason', 'Connection named'],
		[
			requests && free('assurance-missing', 'assurance-contradicted'),
			'assurance',
			'Says it is not about a job'
		],
		[!after && english && asks && free('asks-several'), 'asks', 'One request'],
		[requests && free('about-me'), 'about', `More about ${partner} than about you`],
		[followsUp && free('pressure'), 'pressure', 'No pressure'],
		[thanks && free('not-specific'), 'specific', 'Mentions what they said'],
		[thanks && free('change-missing', 'placeholder'), 'change', 'Says what it changed'],
		[tells && free('new-ask', 'assurance-contradicted'), 'no-ask', 'Asks for nothing'],
		[
			counted && free('words-few', 'words-many', 'words-over'),
			'words',
			`${body.wordCount} words: a good length`
		],
		[
			request && countable && free('subject-words'),
			'subject',
			`Subject of ${subject.wordCount} words: a good length`
		]
	];
	return candidates.filter(([good]) => good).map(([, code, words]) => ({ code, words }));
}
