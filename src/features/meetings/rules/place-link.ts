import { safeLink } from '#kernel/link.ts';
import type { MeetingFacts } from './meeting-text.ts';

const number = /^\+?[\d\s()./-]{5,30}$/;

/** Link of a place: a web address or a number to call; null for other text. */
export function placeLink({
	medium,
	place
}: Pick<MeetingFacts, 'medium' | 'place'>): string | null {
	const link = /\s/.test(place) ? undefined : safeLink(place);
	if (link) return link;
	if (medium !== 'phone' || !number.test(place)) return null;
	return `tel:${place.replace(/[^+\d]/g, '')}`;
}
