/** Most people in one request, introductions from one request, and people met at one event [D]. */
export const MOST_RECIPIENTS_EACH = 200;
export const MOST_INTRODUCED_EACH = 200;
export const MOST_MET_EACH = 500;
export const MOST_INTRODUCTIONS = 2000;
