/** Most entries of each kind in a brief [D]. */
export const MOST_QUESTIONS = 40;
export const MOST_ANSWERS = 8;
export const MOST_SOURCES = 20;

/** Read limit of each kind, should more exist than can be added [D]. */
export const READ_OF_EACH = 200;

/** Most characters of texts in a brief [D]. */
export const LONGEST_QUESTION = 240;
/** Far more than can be read aloud in the time of method 5, so that typing never stops. */
export const LONGEST_SCRIPT = 3000;
export const LONGEST_PREPARED = 1500;
export const LONGEST_ASK = 160;
export const LONGEST_USE = 400;
