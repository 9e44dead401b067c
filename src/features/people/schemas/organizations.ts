import { z } from 'zod';
import { plainLine } from '#kernel/texts.ts';

/** Kinds of organizations (method.md "Words"). */
export const organizationKind = z.enum(
	['school', 'association', 'employer'],
	'Choose school, association or employer.'
);

export const organizationName = z
	.string('Enter the name of the organization.')
	.overwrite(plainLine)
	.trim()
	.min(1, 'Enter the name of the organization.')
	.max(200, 'At most 200 characters.');

export const organization = z.object({
	id: z.string(),
	name: z.string(),
	kind: organizationKind,
	addedAt: z.string()
});
export type OrganizationKind = z.infer<typeof organizationKind>;
