/** Most characters of subject and body, far above the word limit of a request, so that no draft is lost [D]. */
export const LONGEST_SUBJECT = 300;
export const LONGEST_BODY = 12_000;
