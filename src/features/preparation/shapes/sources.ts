import { z } from 'zod';
import { sourceKinds } from '../rules/sources.ts';

export const sourceKind = z.enum(sourceKinds, {
	error: 'Say whether it is about the partner, their organization or the field.'
});

/** A source as typed; `makeSource` says whether it can be kept. */
export const linkTyped = z.string('Give the address of the page.').max(4000);
export const titleTyped = z.string().max(2000);
export const answersTyped = z.string().max(4000);

/** Whether the request's "why you" rests on this source; one source of an interview has the mark. */
export const mark = z.enum(['why-you', 'none'], { error: 'The mark is why-you or none.' });

export const source = z.object({
	id: z.string(),
	kind: sourceKind,
	link: z.string(),
	title: z.string(),
	answers: z.string(),
	whyYou: z.boolean()
});
export type SourceSeen = z.infer<typeof source>;
