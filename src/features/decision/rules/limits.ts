/** Most decisions of a workspace and of a theme, and most experiments of a theme [D]. */
export const MOST_DECISIONS = 1000;
export const MOST_DECISIONS_EACH = 100;
export const MOST_EXPERIMENTS_EACH = 50;
