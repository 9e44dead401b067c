/** Tags of notes with their labels, in the order of the buttons. */
export const tagNames = {
	for: 'For',
	against: 'Against',
	'their-words': 'Their words',
	'a-name': 'Name'
} as const;

export type Tag = keyof typeof tagNames;

export const tags = Object.keys(tagNames) as [Tag, ...Tag[]];

/** @returns whether a value names a tag */
export function isTag(value: unknown): value is Tag {
	return typeof value === 'string' && Object.hasOwn(tagNames, value);
}
