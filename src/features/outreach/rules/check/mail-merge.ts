import type { Finding } from '#method/text-check/finding.ts';
import { phrase, placeOf, placesOf } from '#method/text-check/phrase.ts';
import { foundAt, type Reading, type Span } from '#method/text-check/reading.ts';

const placeholders = [
	/\{\{[^{}\n]{0,60}\}\}|\$?\{[a-z][\w '.-]{0,40}\}/g,
	/\[(?!sic\])(?=[^\]\n]{0,60}\p{L}{2})[\p{L}\d ,.'’/_-]{2,60}\](?!\()/gu,
	/<(?!https?:)[\p{L}][\p{L} '’_-]{1,40}>/gu,
	/%[a-z][a-z_]{2,30}%|\*\|[a-z_]{2,30}\|\*|«[^«»\n]{1,40}»/g,
	phrase(
		'x{3,12}|insert (?:name|company|date|title|reason)(?: here)?|(?:first|last|company|your) name here|lorem ipsum'
	),
	/(?<!\w)_{3,40}|(?<=^|\n)dear {0,3},/g
];

/** Every unfilled placeholder in a text, in order and without overlaps. */
export function placeholdersIn(reading: Reading): Span[] {
	const places = placeholders
		.flatMap((pattern) => placesOf(pattern, reading.plain))
		.sort((one, other) => one.from - other.from || other.to - one.to);
	const apart: Span[] = [];
	for (const place of places) if (place.from >= (apart.at(-1)?.to ?? 0)) apart.push(place);
	return apart;
}

/** Finds unfilled placeholders, in any language. */
export function checkPlaceholders(reading: Reading): Finding[] {
	return placeholdersIn(reading).flatMap((place) =>
		foundAt(reading, place, {
			code: 'placeholder',
			level: 'loss',
			sentence:
				'This placeholder is still empty, so the message looks like a mass mailing. Fill in the placeholder.'
		})
	);
}

const generic = [
	phrase(
		'(?:i |we )?(?:do |really |truly |sincerely )?(?:hope|trust|hoping) (?:that )?(?:this|my|the) (?:\\w+ )?(?:(?:message|mail|email|e-mail|note|letter|text) )?(?:finds|reaches|found|will find)(?: you .. (?:well|health|spirits|good|great|best))?'
	),
	phrase(
		"(?:i |we )?(?:do |really )?(?:hope|trust|hoping) (?:that )?(?:you|all|everything|everyone|your (?:day|week|summer|year))(?: are|'re| is| have|'ve| had) .. (?:well|good|great|fine|week|day|weekend|health|spirits|safe|healthy)"
	),
	phrase(
		"dear (?:sir|madam|sirs|mr\\.? ?/ ?m\\w{1,2})(?: ?/ ?(?:madam|sir)| or madam)?|to whom(?:soever)? it may concern|respected (?:sir|madam|ma'am|mam|sirs)(?: ?/ ?madam)?|greetings of the day|dear (?:hiring|recruiting) (?:manager|team)|dear (?:professional|alumn\\w+|recipient|recruiter|team|all|friend|candidate|expert|colleague)|(?:hi|hello|hey|greetings|dear) there|dear (?:doctor|professor|teacher|manager|engineer|graduate)(?= ?[,:])"
	),
	phrase('impressed (?:by|with) your (?:\\w+ )?(?:background|profile|career|experience|journey)')
];

/** Characters searched for a generic greeting; further on the same words may mean something else. */
const openingCharacters = 400;

/** Finds a generic opening (method.md section 3). */
export function checkOpening(
	reading: Reading,
	connector: string | undefined,
	beginWith = 'what made you think of them'
): Finding[] {
	const opening = { ...reading, plain: reading.plain.slice(0, openingCharacters) };
	return generic
		.map((kind) => placeOf(kind, opening))
		.filter((place) => place !== undefined)
		.flatMap((place) =>
			foundAt(reading, place, {
				code: 'generic-opening',
				level: 'due',
				sentence: connector
					? `This line could be in any message. Begin with ${connector}.`
					: `This line could be in any message. Begin with ${beginWith}.`
			})
		);
}
