/** The four things a theme says, with the words of the page; the first three are needed. */
export const partWords = [
	{
		field: 'activity',
		label: 'What you would do',
		placeholder: 'Choose, cut and shape other people’s stories…',
		needed: true
	},
	{
		field: 'setting',
		label: 'Where and with whom',
		placeholder: 'A small office or from home, with writers…',
		needed: true
	},
	{
		field: 'pull',
		label: 'Why it pulls',
		placeholder: 'I rewrite the menu in every restaurant…',
		needed: true
	},
	{
		field: 'titles',
		label: 'Titles people carry',
		placeholder: 'Editor, managing editor, copy editor…',
		needed: false
	}
] as const;
export type PartWords = (typeof partWords)[number];

/** Whether a theme's card has a place for its titles: nobody knows them before the rest. */
export function asksForTitles(theme: Record<PartWords['field'], string>): boolean {
	return (
		theme.titles !== '' || partWords.every(({ field, needed }) => !needed || theme[field] !== '')
	);
}

/** A few titles find most people; until then more are offered where the last one was pressed. */
export function wantsTitles({
	titles
}: Pick<Record<PartWords['field'], string>, 'titles'>): boolean {
	return titles.split(/[,;\n]/).filter((title) => title.trim()).length < 3;
}

/**
 * Parts that stand side by side and are all said, or all still asked for, so that a form stands
 * where its text will be. Titles are asked for last.
 */
export function partRuns(theme: Record<PartWords['field'], string>): {
	said: boolean;
	parts: PartWords[];
}[] {
	const complete = asksForTitles(theme);
	const runs: { said: boolean; parts: PartWords[] }[] = [];
	for (const part of partWords) {
		const said = theme[part.field] !== '';
		if (!said && !part.needed && !complete) continue;
		const last = runs.at(-1);
		if (last?.said === said) last.parts.push(part);
		else runs.push({ said, parts: [part] });
	}
	return runs;
}
