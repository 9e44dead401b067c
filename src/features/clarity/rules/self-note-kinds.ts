/** The kinds of self-notes, as stored. */
export const selfNoteKinds = ['interest', 'strength', 'value'] as const;
export type SelfNoteKind = (typeof selfNoteKinds)[number];

/** Most notes of one kind; more cannot be ranked honestly [D]. */
export const MOST_SELF_NOTES = 12;
/** Most other options [D]; the readiness check warns long before. */
export const MOST_OTHER_OPTIONS = 40;
/** Read limit for notes of all kinds together, should more exist than can be added [D]. */
export const SELF_NOTES_READ = 300;
export const OTHER_OPTIONS_READ = 200;
