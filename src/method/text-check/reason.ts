import { isWish } from './ask.ts';
import type { Finding } from './finding.ts';
import { has, phrase } from './phrase.ts';
import { foundAt, type Reading, type Sentence } from './reading.ts';

/** A third person: they told, gave, suggested, put in touch. */
const through = phrase(
	'(?:told|gave|given|passed|lent|sent|connected|named|advised|urged|encouraged|introduced|referred|pointed|recommended) (?:me|us|your)|(?<!(?:i|we|you|to|would) )(?:told|says?|said|tells|wrote|thinks|thought|suggested|recommended|mentioned|described|assured|believes) ,. (?:\\w+ ,. )?(?:you|your)|(?:suggested|recommended) (?:that )?i|put us in touch|your name (?:came|is|was|stands|appears)|(?:got|have|has|found|had|received) (?:given )?your (?:name|details|contact|address|number|mail|email)|(?:through|via|thanks to) (?:our|my|your|a mutual)'
);
/** Explorer and partner have something in common, or have met. */
const shared = phrase(
	'we (?:both|met|sat|overlapped|spoke|talked|shared|studied|worked|were|share)|fellow|mutual|alumn\\w+ (?:directory|office|page|portal|map|list|network|database|association|newsletter|site|magazine)|also (?:from|studied|an alum)|same (?:school|course|college|university|village|class|batch|team|department|degree)|our (?:old|former|mutual|shared|classmate|alumni)|your (?:classmate|cousin|brother|sister|neighbou?r|colleague|niece|nephew|former|student|sister-in-law|friend|flatmate|old (?:flatmate|university|school))|(?:list|class|among the) (?:of )?graduates|you (?:studied|graduated|finished|trained|did the)|(?:meet|met|meeting) you at|your batch|linkedin|class of'
);
/** Something of the partner that the explorer has seen, read, heard or used. */
const noticed = phrase(
	"i (?:have |also |just |recently |really |first |once |very much |have been )?(?:saw|seen|read|heard|watch|watched|listened|found|came across|visited|discovered|enjoyed|followed|following|attended|noticed|tasted|learned (?:of|about|from)|met|loved|admired|stumbled|know|remember|use|used) ,. (?:you|your)|i've (?:been )?(?:read|seen|heard|watched|listened|followed|following|enjoyed|admired)|(?:saw|read|heard|found|loved) (?:about )?(?:you|your)|your (?:\\w+ ){0,2}(?:talk|lecture|essay|article|books?|blog|column|paper|thesis|posts?|podcast|episode|show|exhibition|presentation|panel|film|speech|photographs|piece|note|booklet|case study|interview|report|reply|answer|letter|concert|performance|video)(?! (?:me|you|to me))|(?:thank you|thanks) for (?:your (?:talk|answer)|saying)|your work on"
);
/** The explorer has been where the partner works: "I slept in your hostel". */
const visited = phrase(
	'i (?:have |once |just |also |recently )?\\w+(?:ed|ept|ood|ought|ate) (?:\\w+ )?(?:at|in|from|by|along|through|with) your'
);
const ate = phrase('i (?:ate|slept|sat|was|bought|stood|worked) ,. (?:you|your)');

const did =
	'told|tuned|gave|wrote|cut|lit|explained|sang|rebuilt|moved|turned|built|left|spoke|answered|showed|cast|taught|mentioned|said|made|let|led|won|ran|drew|played|moderated';
/** Something that the partner did, stated as a fact. */
const fact = phrase(
	`you (?:once |also |then |even |first |now |just |still )?(?:${did})|you are the (?:only|first|one)`
);
/** The same words as a question: "hear how you built". */
const question = phrase(
	`(?:how|what|why|where|when|which|whether|if|did|and|or) you (?:\\w+ )?(?:${did})`
);
const because = phrase(
	'(?:because|since|as) you (?:are|have|were|know|did|work|built|made)|the way you|drew me to you|why i (?:thought of|write to|am writing to|chose) you|you came to mind|your path from|i thought of you'
);

function tellsFact(sentence: Sentence): boolean {
	return has(fact, sentence.plain) && !(isWish(sentence) && has(question, sentence.plain));
}

function tellsVisit(sentence: Sentence): boolean {
	return !isWish(sentence) && (has(visited, sentence.plain) || has(ate, sentence.plain));
}

/** Whether a text says how the partner was found, or why this partner. */
export function namesReason(reading: Reading, connector: string | undefined): boolean {
	const name = connector?.trim().toLowerCase().split(/\s+/)[0];
	if (name && name.length > 1 && reading.plain.includes(name)) return true;
	return (
		[through, shared, noticed, because].some((kind) => has(kind, reading.plain)) ||
		reading.sentences.some((sentence) => tellsFact(sentence) || tellsVisit(sentence))
	);
}

/**
 * Finds a text that says neither how the partner was found nor why this partner (method.md section 3).
 */
export function checkReason(
	reading: Reading,
	partner: string,
	connector: string | undefined
): Finding[] {
	if (namesReason(reading, connector)) return [];
	const opening = reading.sentences.find((sentence) => sentence.plain.length > 30);
	return foundAt(reading, opening, {
		code: 'reason-missing',
		level: 'due',
		sentence: connector
			? `Say why you write to ${partner} and not to someone else. Begin with ${connector}.`
			: `Say how you found ${partner} and why you ask them. One thing they did or said is enough.`
	});
}
