import { givesAssurance } from '#method/text-check/assurance.ts';
import { isEnglish } from '#method/text-check/language.ts';
import { has, phrase } from '#method/text-check/phrase.ts';
import { readText, type Reading } from '#method/text-check/reading.ts';
import { namesReason } from '#method/text-check/reason.ts';
import type { Brief } from '../schemas.ts';

export const scriptPoints = ['who', 'why-this', 'why-you', 'how-long', 'no-job'] as const;
export type ScriptPoint = (typeof scriptPoints)[number];

/** The five points of a script (method 5), each found or missing, as sentences. */
type ScriptCheck = Pick<Brief['script'], 'checked' | 'points'>;

/** Context of the check. */
export interface ScriptFacts {
	/** the theme's title */
	theme: string;
	/** the explorer's name */
	me: string;
}

const words: Record<ScriptPoint, { found: string; missing: string }> = {
	who: { found: 'Says who you are', missing: 'Say who you are: “I am …”' },
	'why-this': {
		found: 'Says why this work interests you',
		missing: 'Say why this work interests you'
	},
	'why-you': {
		found: 'Says why you ask them',
		missing: 'Say why you ask them: “I thought of you because …”'
	},
	'how-long': { found: 'Says how long it takes', missing: 'Say how long it takes' },
	'no-job': {
		found: 'Says that you are not asking for a job',
		missing: 'Say that you are not asking for a job'
	}
};

const who = phrase("(?:my name is|my name's|this is|i am called|i'm called|it is \\w+ calling)");
const iAm =
	/(?<!\w)i(?: am|'m) (?!(?:not|asking|looking|exploring|finding|calling|writing|so|very|here|trying|thinking|wondering|interested|curious|drawn|happy|glad|sure|ready|sorry|grateful|going)(?!\w))\w/;
const whyThis = phrase(
	'(?:finding out|find out|exploring|explore|interested in|interests me|curious about|drawn to|pulls me|pull of|thinking (?:of|about)|considering|dream of|before i (?:change|decide|choose|leave)|what (?:it|the work) is (?:really )?like|wondering whether)'
);
const whyYou = phrase(
	'(?:why you|because you|thought of you|your (?:essay|talk|work|article|book|interview|piece|post|path|story)|you came to mind|(?:wanted|hoped) to (?:hear|ask) you)'
);
const howLong = phrase(
	"(?:(?:\\d{1,2}|five|ten|twelve|fifteen|twenty|thirty) ?(?:-| )?(?:minutes?|mins?)|(?:a )?quarter (?:of an hour|past|to)|half (?:an hour|past)|(?:at|until|till|by) \\d{1,2}(?:[:.]\\d{2}| ?(?:am|pm|o'clock)))"
);

function naming({ plain }: Reading, name: string): boolean {
	const first = name.trim().toLowerCase().split(/\s+/)[0] ?? '';
	return has(who, plain) || iAm.test(plain) || (first.length > 1 && plain.includes(first));
}

/**
 * Checks that a script says who I am, why this work, why you, how long, and that it is not about a
 * job (method 5). Texts not in English are not checked; an empty one misses every point.
 */
export function checkScript(text: string, { theme, me }: ScriptFacts): ScriptCheck {
	if (!isEnglish(text, undefined)) return { checked: 'not-checked', points: [] };
	const reading = readText('body', text);
	const { plain } = reading;
	const topic = theme.trim().toLowerCase();
	const found: Record<ScriptPoint, boolean> = {
		who: naming(reading, me),
		'why-this': has(whyThis, plain) || (topic !== '' && plain.includes(topic)),
		'why-you': has(whyYou, plain) || namesReason(reading, undefined),
		'how-long': has(howLong, plain),
		'no-job': givesAssurance(reading)
	};
	return {
		checked: 'english',
		points: scriptPoints.map((code) => ({
			code,
			found: found[code],
			words: words[code][found[code] ? 'found' : 'missing']
		}))
	};
}
