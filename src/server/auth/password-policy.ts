import { type Refusal, refuseInvalid } from '#kernel/refusal.ts';
import type { Config } from '../config.ts';
import { leastPasswordLength, mostPasswordLength } from './password.ts';
import { passwordStrength } from './password-strength.ts';

/**
 * Guesses that a new password must withstand, as a power of ten. Four words of a list of 7776 need
 * about 10^15.6 by brute force and are estimated higher; fifteen characters that form a pattern
 * stay below 10^13.
 */
const leastGuesses = 14;

/** Words of the product, which an attacker of this site tries first. */
const productWords = [
	'imago',
	'informational',
	'interview',
	'informational interview',
	'informationalinterview',
	'introduction',
	'partner',
	'connector',
	'explorer',
	'theme'
];

/** Well-known phrases count as one word: attackers have lists of them, longer than this one. */
const phrases = [
	'correct horse battery staple',
	'to be or not to be',
	'that is the question',
	'the quick brown fox',
	'jumps over the lazy dog',
	'may the force be with you',
	'once upon a time',
	'happily ever after',
	'in the beginning',
	'let there be light',
	'our father who art in heaven',
	'hallowed be thy name',
	'all you need is love',
	'i love you so much',
	'i love you forever',
	'i will always love you',
	'ich liebe dich',
	'ask not what your country',
	'can do for you',
	'i have a dream',
	'one small step for man',
	'we the people',
	'god save the queen',
	'god save the king',
	'happy birthday to you',
	'we three kings of orient',
	'jingle bells jingle bells',
	'row row row your boat',
	'twinkle twinkle little star',
	'mary had a little lamb',
	'humpty dumpty sat on a wall',
	'an apple a day keeps the doctor away',
	'live long and prosper',
	'winter is coming',
	'open sesame',
	'let me in please',
	'the answer is forty two',
	'lorem ipsum dolor sit amet',
	'hello darkness my old friend',
	'is this the real life',
	'never gonna give you up'
];
const knownWords = [
	...productWords,
	...phrases.flatMap((phrase) => ['', ' ', '-', '_'].map((gap) => phrase.replaceAll(' ', gap)))
];

/** Words that an attacker would try for this person: name and address, as a whole and in parts. */
function wordsAbout(about: readonly string[], origin: string): string[] {
	const host = new URL(origin).hostname;
	const texts = [...about, host];
	const parts = texts.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u));
	const joined = texts.map((text) => text.replace(/[^\p{L}\p{N}]/gu, ''));
	const words = [...texts, ...parts, ...joined].map((word) => word.toLowerCase());
	return [...new Set([...words.filter((word) => word.length > 2), ...knownWords])];
}

function passwordRefusalOf(code: string, sentence: string): Refusal {
	return refuseInvalid(`password.${code}`, sentence, 'password');
}

/**
 * Checks a new password: its length, the number of guesses that zxcvbn estimates, and the blocklist
 * of the host; no composition rules (NIST SP 800-63B). Runs in a worker thread, about 300 ms at
 * most.
 * @param config for the host name and the blocklist
 * @param about name and e-mail address of the person
 * @returns the refusal to throw (`password.short`, `.long`, `.guessable`, all at `password`), or
 * nothing
 * @throws Refusal `sign-in.busy` when too many passwords are checked at once
 */
export async function passwordRefusal(
	config: Pick<Config, 'origin' | 'passwordBlocklist'>,
	password: string,
	about: readonly string[]
): Promise<Refusal | undefined> {
	if (password.length < leastPasswordLength) {
		return passwordRefusalOf(
			'short',
			`The password needs at least 15 characters. This one has ${password.length}. Nothing was changed. Five or six words are easy to remember.`
		);
	}
	if (password.length > mostPasswordLength) {
		return passwordRefusalOf(
			'long',
			`The password can have up to ${mostPasswordLength} characters. This one has ${password.length}. Nothing was changed. Use a shorter password.`
		);
	}
	const { guesses, isListed } = await passwordStrength({
		password,
		words: wordsAbout(about, config.origin),
		blocklist: config.passwordBlocklist
	});
	if (isListed) {
		return passwordRefusalOf(
			'guessable',
			'This password is on a list of stolen passwords. Nothing was changed. Use five or six unrelated words.'
		);
	}
	if (guesses >= leastGuesses) return undefined;
	return passwordRefusalOf(
		'guessable',
		'This password is easy to guess: it uses names, common words or a pattern. Nothing was changed. Use five or six unrelated words.'
	);
}
