import { findAsk } from '#method/text-check/ask.ts';
import { checkAsks, checkQuestions, questionsIn } from './check/asks.ts';
import { checkAssurance } from '#method/text-check/assurance.ts';
import { checkBalance } from './check/balance.ts';
import { goodPointsOf } from './check/good-points.ts';
import type { GoodPoint, Finding } from '#method/text-check/finding.ts';
import { isEnglish } from '#method/text-check/language.ts';
import { checkLength, checkNoteLength, checkSubject } from './check/length.ts';
import { checkOpening, checkPlaceholders, placeholdersIn } from './check/mail-merge.ts';
import { checkMedium } from './check/medium.ts';
import { checkMinutes } from './check/minutes.ts';
import { checkNewAsk } from './check/new-ask.ts';
import { checkPressure } from './check/pressure.ts';
import { readText, type Reading } from '#method/text-check/reading.ts';
import { checkReason } from '#method/text-check/reason.ts';
import { checkChange, checkSpecific } from './check/specific.ts';
import { isAfterTalk, type AskPurpose, type Purpose } from '#method/purposes.ts';

export {
	findingCodes,
	type GoodPoint,
	type Finding,
	type FindingCode
} from '#method/text-check/finding.ts';

export interface MessageToCheck {
	purpose: Purpose;
	subject: string;
	body: string;
	/** name of the partner in the findings' sentences */
	partnerName?: string | undefined;
	/** name of the connector; mentioning it in the body counts as a connection */
	connectorName?: string | undefined;
	/** notes of the conversation; a thank-you should mention some of them */
	said?: readonly string[] | undefined;
	/** BCP 47 tag of the text if known; otherwise it is detected from common words */
	language?: string | undefined;
}

export interface MessageCheck {
	checked: 'english' | 'not-checked';
	/** most important first, then in the order of the text */
	findings: Finding[];
	goodPoints: GoodPoint[];
	/** words of the body, greeting and signature included */
	wordCount: number;
	subjectWordCount: number;
	questionCount: number;
	/** the finding for which the text cannot be sent as a request, if any */
	refused: Finding | undefined;
}

function wordingOfRequest(body: Reading, message: MessageToCheck, partner: string): Finding[] {
	return [
		...checkMinutes(body),
		...checkMedium(body, partner),
		...checkReason(body, partner, message.connectorName),
		...checkBalance(body, partner, message.partnerName)
	];
}

/** Findings of a follow-up; it refers to the request before it, so that connection and length are not required. */
function wordingOfFollowUp(body: Reading): Finding[] {
	return [
		...checkMinutes(body).filter((finding) => finding.code === 'minutes-over'),
		...checkPressure(body)
	];
}

/** Findings of thanks and updates; the requirements of a request do not apply (method.md section 7). */
function wordingAfterTalk(body: Reading, { purpose, said = [] }: MessageToCheck): Finding[] {
	const thanks = purpose === 'thank-you';
	const names = thanks ? checkSpecific(body, said) : [];
	// An unfilled placeholder is most often this very sentence, and has its own finding.
	const says = thanks && placeholdersIn(body).length === 0 ? checkChange(body) : [];
	return [
		...names,
		...says,
		...checkNewAsk(body),
		...checkOpening(body, undefined, 'what they said')
	];
}

function wordingOfAsk(body: Reading, message: MessageToCheck, purpose: AskPurpose): Finding[] {
	const partner = message.partnerName?.trim() || 'the partner';
	return [
		...(purpose === 'request' ? wordingOfRequest(body, message, partner) : wordingOfFollowUp(body)),
		...checkAssurance(body, purpose),
		...checkAsks(body, partner),
		...checkQuestions(body),
		...checkOpening(body, message.connectorName?.trim() || undefined)
	];
}

function wording(body: Reading, message: MessageToCheck): Finding[] {
	return isAfterTalk(message.purpose)
		? wordingAfterTalk(body, message)
		: wordingOfAsk(body, message, message.purpose);
}

function length(body: Reading, purpose: Purpose): Finding[] {
	return isAfterTalk(purpose) ? checkNoteLength(body, purpose) : checkLength(body, purpose);
}

/** Scripts without spaces between words, in which words cannot be counted. */
const unspaced =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/gu;

function hasCountableWords(body: Reading): boolean {
	return (body.plain.match(unspaced)?.length ?? 0) <= body.wordCount;
}

function inReadingOrder(one: Finding, other: Finding): number {
	if (one.level !== other.level) return one.level === 'loss' ? -1 : 1;
	if (one.where !== other.where) return one.where === 'subject' ? -1 : 1;
	return one.from - other.from;
}

/**
 * Checks a message before it is sent (method.md sections 3 and 7) and explains each finding with the
 * words it is about. It never changes a text and never throws. A text that is not English gets
 * `not-checked`, with only placeholders and word counts.
 * @returns findings with character offsets; counts in words; `refused` for a request over 200 words
 */
export function checkMessage(message: MessageToCheck): MessageCheck {
	const subject = readText('subject', message.subject);
	const body = readText('body', message.body);
	const english = isEnglish(message.body, message.language);
	const countable = english || hasCountableWords(body);
	const findings = [
		...checkPlaceholders(subject),
		...checkPlaceholders(body),
		...(countable && message.purpose === 'request' ? checkSubject(subject) : []),
		...(countable ? length(body, message.purpose) : []),
		...(english ? wording(body, message) : [])
	].sort(inReadingOrder);
	return {
		checked: english ? 'english' : 'not-checked',
		findings,
		goodPoints: goodPointsOf(message, {
			findings,
			english,
			countable,
			asks: findAsk(body) !== undefined,
			body,
			subject
		}),
		wordCount: body.wordCount,
		subjectWordCount: subject.wordCount,
		questionCount: questionsIn(body).length,
		refused: findings.find((finding) => finding.code === 'words-over')
	};
}
