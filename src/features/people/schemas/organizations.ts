import { z } from 'zod';
import { plainLine } from '#kernel/texts.ts';

/** Kinds of organizations (method.md "Words"). */
export const organizationKind = z.enum(
	['school', 'association', 'employer'],
	'Say whether it is a school, an association or an employer.'
);

export const organizationName = z
	.string('Say what it is called.')
	.overwrite(plainLine)
	.trim()
	.min(1, 'Say what it is called.')
	.max(200, 'At most 200 characters.');

export const organization = z.object({
	id: z.string(),
	name: z.string(),
	kind: organizationKind,
	addedAt: z.string()
});
export type OrganizationKind = z.infer<typeof organizationKind>;
