/** The three ranked lists beside the criteria, as they are kept. */
export const selfNoteKinds = ['interest', 'strength', 'value'] as const;
export type SelfNoteKind = (typeof selfNoteKinds)[number];

/** More than this cannot be ranked against each other honestly [D]. */
export const MOST_SELF_NOTES = 12;
/** More than this are a diary, not options; the check says stop long before [D]. */
export const MOST_OTHER_OPTIONS = 40;
/** Read at most, where more are there than one may add; of notes in all three lists [D]. */
export const SELF_NOTES_READ = 300;
export const OTHER_OPTIONS_READ = 200;
