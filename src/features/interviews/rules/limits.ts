/** Most interviews of a workspace, closed ones included: a season has forty [D]. */
export const MOST_INTERVIEWS = 2000;
