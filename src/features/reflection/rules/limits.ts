/** Most entries per talk and per workspace [D]; a rich talk has six insights. */
export const MOST_INSIGHTS_EACH = 100;
export const MOST_INSIGHTS = 10_000;
export const MOST_FAVOURS_EACH = 100;
export const MOST_NAMED_EACH = 100;

/** Most people of the same folded name offered for a named person [D]. */
export const NAMESAKES_READ = 200;
