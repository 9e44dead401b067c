/** Most public holidays stored: three years of a country, every day of longer ones [D]. */
export const MOST_HOLIDAYS = 1000;
/** Most pauses of a workspace, and most days of one [D]. */
export const MOST_PAUSES = 100;
export const LONGEST_PAUSE_DAYS = 366;
