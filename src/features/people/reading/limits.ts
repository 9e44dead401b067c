/**
 * Limits of an uploaded file, in bytes unless said otherwise (`docs/security/measures.md`: upload
 * 10 MB, unpacked 50 MB). The interface that receives an upload checks it against `longestUpload`.
 */
export const longestUpload = 10 * 1024 * 1024;
/** Longest CSV; LinkedIn's limit of 30,000 connections makes about 4 MB. */
export const longestCsv = 10 * 1024 * 1024;
export const mostUnpacked = 50 * 1024 * 1024;
/** entries in all archives of one upload */
export const mostEntries = 2000;
/** depth of nested archives: a ZIP in a ZIP */
export const deepestNesting = 2;

/** rows of one file, rejected and empty ones included */
export const mostRows = 100_000;
/** lines of one file; a row can span several */
export const mostLines = 200_000;
/** characters of one record; below: lines it may span through quoted line breaks */
export const longestRecord = 20_000;
export const mostLinesInRecord = 10;
/** lines searched for the header: ten of preamble and a margin */
export const mostLinesBeforeHeader = 25;

/** characters */
export const longestName = 200;
/** characters of one half of a name, so that both with a space stay within `longestName` */
export const longestNamePart = 99;
/** characters of company and position */
export const longestText = 300;
/** rejected rows that are stored of one file */
export const mostRejected = 1000;
/** characters that are stored of a rejected row */
export const longestRaw = 300;
