/** Public holidays: three years of a country, each day of those that last several [D]. */
export const MOST_HOLIDAYS = 1000;
/** Pauses that are kept, and the days that one may last [D]. */
export const MOST_PAUSES = 100;
export const LONGEST_PAUSE_DAYS = 366;
