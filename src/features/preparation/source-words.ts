import type { SourceKind } from './rules/sources.ts';

/** The kinds of sources as a choice names them. */
export const kindNames: Record<SourceKind, string> = {
	partner: 'The partner',
	organization: 'Their organization',
	field: 'The field'
};
