/** Pauses that are kept, and the days that one may last [D]. */
export const MOST_PAUSES = 100;
export const LONGEST_PAUSE_DAYS = 366;
