import type { SourceView } from '../schemas.ts';
import type { SourceRow } from '../store.server.ts';

/** A source as pages and programs read it. */
export function toSourceView({ whyYouAt, ...row }: SourceRow): SourceView {
	return { ...row, whyYou: whyYouAt !== null };
}
