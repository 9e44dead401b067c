import { safeLink } from '#kernel/link.ts';
import type { Medium } from '#method/media.ts';

const number = /^\+?[\d\s()./-]{5,}$/;

/**
 * What a press on the place of a meeting does: calls the number, opens the call.
 * @returns nothing for a place that one walks to, or that is only described
 */
export function callLink(medium: Medium, place: string): string | undefined {
	const said = place.trim();
	if (number.test(said)) return `tel:${said.replace(/[^\d+]/g, '')}`;
	if (medium === 'in-person' || !/^https:\/\/\S+$/.test(said)) return undefined;
	return safeLink(said);
}
