/** The four parts of a theme's description with their labels; the first three are required. */
export const descriptionParts = [
	{
		field: 'activity',
		label: 'What you would do',
		placeholder: 'For example: choose, cut and edit other people’s stories',
		needed: true
	},
	{
		field: 'setting',
		label: 'Where and with whom you would work',
		placeholder: 'For example: in a small office or at home, with writers',
		needed: true
	},
	{
		field: 'pull',
		label: 'Why this theme attracts you',
		placeholder: 'For example: I correct the menu in every restaurant',
		needed: true
	},
	{
		field: 'titles',
		label: 'Job titles in this field',
		placeholder: 'For example: editor, managing editor, copy editor',
		needed: false
	}
] as const;
export type DescriptionPart = (typeof descriptionParts)[number];

/** Whether the card has the field for titles: with all required parts, or a title. */
export function asksForTitles(theme: Record<DescriptionPart['field'], string>): boolean {
	return (
		theme.titles !== '' ||
		descriptionParts.every(({ field, needed }) => !needed || theme[field] !== '')
	);
}

/** Whether the card suggests job titles: while fewer than three are entered. */
export function wantsTitles({
	titles
}: Pick<Record<DescriptionPart['field'], string>, 'titles'>): boolean {
	return titles.split(/[,;\n]/).filter((title) => title.trim()).length < 3;
}

/**
 * Groups adjacent parts that are all filled in or all empty, so that a form appears where its text
 * will be. Titles come last.
 */
export function partRuns(theme: Record<DescriptionPart['field'], string>): {
	said: boolean;
	parts: DescriptionPart[];
}[] {
	const complete = asksForTitles(theme);
	const runs: { said: boolean; parts: DescriptionPart[] }[] = [];
	for (const part of descriptionParts) {
		const said = theme[part.field] !== '';
		if (!said && !part.needed && !complete) continue;
		const last = runs.at(-1);
		if (last?.said === said) last.parts.push(part);
		else runs.push({ said, parts: [part] });
	}
	return runs;
}
