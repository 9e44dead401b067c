/** Characters; far above what a request may have in words, so that a draft is never lost [D]. */
export const LONGEST_SUBJECT = 300;
export const LONGEST_BODY = 12_000;
