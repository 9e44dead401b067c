import { lengths } from '#method/media.ts';

/** Meetings of one interview, cancelled ones too [D]. */
export const MOST_MEETINGS_EACH = 50;

/** Minutes that one may ask for at most (method 3). */
export const LONGEST_LENGTH = Math.max(...lengths);

export const notTooLong = 'Thirty is the most one may ask for. Fifteen gets more yeses.';
