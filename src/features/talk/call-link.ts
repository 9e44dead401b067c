import { safeLink } from '#kernel/link.ts';
import type { Medium } from '#method/media.ts';

const number = /^\+?[\d\s()./-]{5,}$/;

/**
 * Link of a meeting's place: a number to call, or the address of a video call.
 * @returns undefined for meetings in person and places without a link
 */
export function callLink(medium: Medium, place: string): string | undefined {
	const said = place.trim();
	if (number.test(said)) return `tel:${said.replace(/[^\d+]/g, '')}`;
	if (medium === 'in-person' || !/^https:\/\/\S+$/.test(said)) return undefined;
	return safeLink(said);
}
