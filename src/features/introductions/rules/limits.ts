/** How many people one ask goes to, whom it brings, and who is met at one event, at most [D]. */
export const MOST_ASKED_EACH = 200;
export const MOST_INTRODUCED_EACH = 200;
export const MOST_MET_EACH = 500;
export const MOST_INTRODUCTIONS = 2000;
