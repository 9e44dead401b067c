import { lowerFirst } from '#method/wording.ts';
import { relativeInstantText } from '#ui/text.ts';
import type { Moment } from '#ui/form.ts';
import type { Thread } from './schemas.ts';

type Item = Thread['timeline'][number];

/**
 * Text under an item of the timeline. Notes on past items are the explorer's sentences and stay as
 * written; those on future items follow the date.
 */
export function timelineText({ code, when, at, note }: Item, moment: Moment): string {
	if (!at) return note ?? '';
	const said = relativeInstantText(at, moment.now, moment.zone);
	// A talk is at its time, not due by it.
	if (code === 'closed' || code === 'talk') return said;
	if (when === 'past') return note ? `${said}. ${note}` : said;
	const date = `By ${lowerFirst(said)}`;
	return note ? `${date}, ${lowerFirst(note)}` : date;
}
