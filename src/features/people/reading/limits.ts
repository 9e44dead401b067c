/**
 * Limits of an uploaded file, in bytes unless said otherwise (`docs/security/measures.md`: upload
 * 10 MB, unpacked 50 MB). The upload itself is measured at the door that takes it, against `longestUpload`.
 */
export const longestUpload = 10 * 1024 * 1024;
/** LinkedIn stops at 30,000 connections, about 4 MB; more than this is something else. */
export const longestCsv = 10 * 1024 * 1024;
export const mostUnpacked = 50 * 1024 * 1024;
/** entries of all archives of one upload together */
export const mostEntries = 2000;
/** archives inside each other: a ZIP in a ZIP */
export const deepestNesting = 2;

/** rows of one file, also unreadable and empty ones */
export const mostRows = 100_000;
/** a row can span lines, so that a file may have more of these */
export const mostLines = 200_000;
/** characters of one record, and the lines it may span through quoted line breaks */
export const longestRecord = 20_000;
export const mostLinesInRecord = 10;
/** physical lines in which the header is looked for: ten of preamble, and some room */
export const mostLinesBeforeHeader = 25;

/** characters */
export const longestName = 200;
/** characters of one half of a name, so that both with a space stay within `longestName` */
export const longestNamePart = 99;
/** characters of company and position */
export const longestText = 300;
/** unreadable rows of one file that are kept */
export const mostRejected = 1000;
/** characters of an unreadable row that are kept to show it */
export const longestRaw = 300;
