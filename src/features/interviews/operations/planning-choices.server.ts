import { z } from 'zod';
import { found } from '#kernel/refusal.ts';
import { openThemes } from '#features/clarity/reads/readiness.server.ts';
import { listedOrganizations } from '#features/people/reads/organizations.server.ts';
import { findPeople } from '#features/people/reads/finding.server.ts';
import { personNamed } from '#features/people/reads/people.server.ts';
import { operation, type Context } from '#server/perform.ts';
import { isOpen } from '../reads/partners.server.ts';
import { planningChoicesSchema, id } from '../schemas.ts';
import * as store from '../store.server.ts';

/** Most schools or associations offered by name. */
const ORGANIZATIONS_OFFERED = 100;

async function chosen({ scope }: Context, personId: string | undefined) {
	if (personId === undefined) return undefined;
	return found(await personNamed(scope, personId), 'person');
}

const words = z.string().max(200, 'At most 200 characters.');

async function foundBy(context: Context, typed: string | undefined) {
	if (!typed?.trim()) return [];
	const people = await findPeople(context.scope, typed);
	return people
		.filter((person) => person.doNotContactAt === null)
		.map(({ id: personId, name, position, company, place }) => ({
			id: personId,
			name,
			line: [position, company, place].filter(Boolean).join(', ')
		}));
}

async function organizationsOf(context: Context, kind: 'school' | 'association') {
	const { organizations } = await listedOrganizations(context.scope, { kind });
	return organizations
		.slice(0, ORGANIZATIONS_OFFERED)
		.map(({ id: organizationId, name }) => ({ id: organizationId, name }));
}

/**
 * Data for planning an interview: open themes, known schools and associations, and for a chosen
 * person whether an interview is open.
 * @refuses `person.missing` for the partner or the connector
 */
export const planningChoices = operation({
	name: 'interviews.planningChoices',
	http: { verb: 'GET', path: '/interviews/planning-choices' },
	summary: 'List the themes, schools and associations for planning an interview',
	effect: 'read',
	input: z.object({
		personId: id.optional(),
		connectorId: id.optional(),
		words: words.optional(),
		connectorText: words.optional()
	}),
	output: planningChoicesSchema,
	example: {},
	run: async (context, input) => {
		const { scope } = context;
		const person = await chosen(context, input.personId);
		const connector = await chosen(context, input.connectorId);
		const open = person && (await store.interviewsWith(scope, person.id)).find(isOpen);
		const themes = await openThemes(scope);
		const connectors = await foundBy(context, input.connectorText);
		return {
			person: person
				? {
						id: person.id,
						name: person.name,
						givenName: person.givenName || person.name,
						line: [person.position, person.company].filter(Boolean).join(', '),
						mustNotBeContacted: person.doNotContactAt !== null,
						openInterviewId: open?.id ?? null
					}
				: null,
			connector: connector ? { id: connector.id, name: connector.name } : null,
			themes: themes.map(({ id: themeId, title, seat }) => ({ id: themeId, title, seat })),
			found: await foundBy(context, input.words),
			connectorsFound: connectors.filter((each) => each.id !== person?.id),
			schools: await organizationsOf(context, 'school'),
			associations: await organizationsOf(context, 'association')
		};
	}
});
