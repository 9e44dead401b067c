/** How many of each a brief holds [D]: more are nobody's to ask in one talk, or to read before it. */
export const MOST_QUESTIONS = 40;
export const MOST_ANSWERS = 8;
export const MOST_SOURCES = 20;

/** Read of each at most, where more are there than one may add [D]. */
export const READ_OF_EACH = 200;

/** Characters of what is written for a brief [D]: a question is asked in one breath. */
export const LONGEST_QUESTION = 240;
/** Far beyond what is read aloud in the time that method 5 gives, so that typing never stops. */
export const LONGEST_SCRIPT = 3000;
export const LONGEST_PREPARED = 1500;
export const LONGEST_ASK = 160;
export const LONGEST_USE = 400;
