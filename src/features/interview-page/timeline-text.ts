import { lowerFirst } from '#method/wording.ts';
import { whenSaid } from '#ui/text.ts';
import type { Moment } from '#ui/form.ts';
import type { Thread } from './schemas.ts';

type Item = Thread['timeline'][number];

/**
 * What stands under an item of the timeline. A note on what happened is the explorer's own sentence
 * and stays as it was written; those on what comes are ours and go on after the date.
 */
export function timelineText({ code, when, at, note }: Item, moment: Moment): string {
	if (!at) return note ?? '';
	const said = whenSaid(at, moment.now, moment.zone);
	// A talk happens at its time, not by it.
	if (code === 'closed' || code === 'talk') return said;
	if (when === 'past') return note ? `${said}. ${note}` : said;
	const date = `By ${lowerFirst(said)}`;
	return note ? `${date}, ${lowerFirst(note)}` : date;
}
