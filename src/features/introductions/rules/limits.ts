/** Most people in one ask, introductions from one ask, and people met at one event [D]. */
export const MOST_ASKED_EACH = 200;
export const MOST_INTRODUCED_EACH = 200;
export const MOST_MET_EACH = 500;
export const MOST_INTRODUCTIONS = 2000;
