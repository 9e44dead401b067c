import { lengths } from '#method/media.ts';

/** Most meetings of one interview, cancelled ones included [D]. */
export const MOST_MEETINGS_EACH = 50;

/** Longest meeting in minutes (method 3). */
export const LONGEST_LENGTH = Math.max(...lengths);

export const notTooLong =
	'Thirty minutes is the most you can ask for. Fifteen minutes is easier to agree to.';
