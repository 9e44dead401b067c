/** Interviews of one workspace, closed ones too: a season has forty [D]. */
export const MOST_INTERVIEWS = 2000;
