/** Decisions of a workspace and of one theme, and what is tried about one [D]. */
export const MOST_DECISIONS = 1000;
export const MOST_DECISIONS_EACH = 100;
export const MOST_EXPERIMENTS_EACH = 50;
