import type { Clarity } from './schemas.ts';

const sentences: Record<Clarity['readiness']['help'], string> = {
	individual:
		'Sorting many thoughts goes better with somebody who asks and listens: a coach, a career counsellor, a friend who has no stake in it.',
	brief:
		'Often one conversation settles what is left: with a coach, a career counsellor, a friend who asks good questions.',
	self: 'You can do this by yourself, and saying it aloud to somebody still helps.'
};

/**
 * Text that offers help by readiness: the lower, the more individual (Sampson et al., method 1).
 * Very low confidence with heavy pressure suggests a human counsellor.
 */
export function helpText({
	help,
	suggestCounsellor
}: Pick<Clarity['readiness'], 'help' | 'suggestCounsellor'>): string {
	return suggestCounsellor
		? 'Little confidence and heavy pressure at once wear anybody out. A human counsellor can make it lighter: at a career centre, at your school or union, or through your doctor. Your themes wait here meanwhile.'
		: sentences[help];
}
