/*
 * Common words of each language, written for this project. Words that are English words too ("die", "an",
 * "me", "no") are left out on both sides.
 */
const english = wordSet(
	'the and you your yours of to would could for with my that this these about have has had are am is was were i it its from at but not how what when where who which be been if by or we our they their there thank thanks please like any some very dear hi hello as on'
);
const others = [
	'der das und ich sie nicht mit ist ein eine einen für zu auf dass wie ihr ihre ihnen von wir bei',
	'le la les des et vous je une est pour dans que qui votre vos mon avec sur ce pas du au suis merci',
	'el los las y usted una por con que para su sus mi es lo del se yo muy gracias quiero',
	'il che di e sono per un una della con il mio suo lei non ho mi vorrei grazie del',
	'os uma você para com não meu minha seu sua e do da em que por obrigado teria',
	'het een ik en van u de dat niet met voor zijn uw mijn wat hoe',
	'jag och att det som är en ett på av för med du din inte har jeg og ikke hvordan dere til er',
	'w z się na nie jest że do i czy pan pani dla mi ja oraz',
	've bir bu ile için ben siz çok da de mi'
].map(wordSet);

function wordSet(words: string): Set<string> {
	return new Set(words.split(' '));
}

function share(words: readonly string[], set: Set<string>): number {
	return words.filter((word) => set.has(word)).length / words.length;
}

/** Minimum share of English stop words in a text of twelve words or more [D]. */
const leastEnglish = 0.12;

/**
 * Whether a text is English, by counting common words. Texts of fewer than four words count as English
 * where they are in Latin script.
 */
export function readsAsEnglish(text: string): boolean {
	const start = text.slice(0, 3000);
	const letters = start.match(/\p{L}/gu)?.length ?? 0;
	const latin = start.match(/\p{Script=Latin}/gu)?.length ?? 0;
	if (letters > 0 && latin / letters < 0.7) return false;
	const words = start.toLowerCase().match(/\p{L}{1,30}/gu) ?? [];
	if (words.length < 4) return true;
	const shareOfEnglish = share(words, english);
	if (others.some((set) => share(words, set) > shareOfEnglish)) return false;
	return words.length < 12 || shareOfEnglish >= leastEnglish;
}

/**
 * Whether the wording is checked.
 * @param language BCP 47 tag that the explorer chose; it overrides detection
 */
export function isEnglish(text: string, language: string | undefined): boolean {
	return language ? /^en(?:$|[-_])/i.test(language) : readsAsEnglish(text);
}
