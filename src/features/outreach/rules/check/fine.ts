import { isAfterTalk, type Purpose } from '#method/purposes.ts';
import type { Fine, Finding, FindingCode } from '#method/text-check/finding.ts';
import type { Reading } from '#method/text-check/reading.ts';

interface Looked {
	findings: readonly Finding[];
	english: boolean;
	/** words can be counted in this script */
	countable: boolean;
	/** the body asks for a talk */
	asks: boolean;
	body: Reading;
	subject: Reading;
}

/** What is already right, in the order of the page; nothing is praised that was not looked at. */
export function finesOf(
	message: { purpose: Purpose; partnerName?: string | undefined },
	looked: Looked
): Fine[] {
	const request = message.purpose === 'request';
	const after = isAfterTalk(message.purpose);
	const thanks = message.purpose === 'thank-you';
	const free = (...codes: FindingCode[]): boolean =>
		!looked.findings.some((finding) => codes.includes(finding.code));
	const partner = message.partnerName?.trim() || 'them';
	const candidates: [boolean, string, string][] = [
		[
			request && looked.english && free('minutes-missing', 'minutes-over'),
			'minutes',
			'Length named'
		],
		[request && looked.english && free('medium-missing'), 'medium', 'Medium named'],
		[request && looked.english && free('reason-missing'), 'reason', 'Connection named'],
		[
			request && looked.english && free('assurance-missing', 'assurance-contradicted'),
			'assurance',
			'Not a job, said'
		],
		[!after && looked.english && looked.asks && free('asks-several'), 'asks', 'One request'],
		[request && looked.english && free('about-me'), 'about', `More about ${partner} than you`],
		[!request && !after && looked.english && free('pressure'), 'pressure', 'No pressure'],
		[thanks && looked.english && free('not-specific'), 'specific', 'Names what they said'],
		[
			thanks && looked.english && free('change-missing', 'placeholder'),
			'change',
			'Says what it changes'
		],
		[
			after && looked.english && free('new-ask', 'assurance-contradicted'),
			'no-ask',
			'Asks for nothing'
		],
		[
			looked.countable &&
				looked.body.wordCount > 0 &&
				free('words-few', 'words-many', 'words-over'),
			'words',
			`${looked.body.wordCount} words, good`
		],
		[
			request && looked.countable && free('subject-words'),
			'subject',
			`Subject ${looked.subject.wordCount} words, good`
		]
	];
	return candidates.filter(([good]) => good).map(([, code, words]) => ({ code, words }));
}
