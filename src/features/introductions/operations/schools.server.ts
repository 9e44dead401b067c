import { z } from 'zod';
import { restoredAt } from '#kernel/clock.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { found, missing, otherBody, refuse, refuseConflict } from '#kernel/refusal.ts';
import { channelDetailsFor } from '#features/interviews/writes/partners.server.ts';
import { themeToAskAbout } from '#features/interviews/reads/partners.server.ts';
import { stageOf } from '#method/stage.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { personNamed } from '#features/people/reads/people.server.ts';
import { nextCursor, pageFields } from '#server/paging.ts';
import { operation, type Context } from '#server/perform.ts';
import { factsNow } from '../reads/asking.server.ts';
import { schoolText } from '../rules/texts.ts';
import {
	changedAt,
	id,
	organizationName,
	school,
	schoolView,
	themeId,
	training
} from '../schemas.ts';
import { refuseOther } from '../reads/changed-since.ts';
import * as store from '../store.server.ts';
import { toSchoolView } from '../reads/views.server.ts';

type Talk = Awaited<ReturnType<typeof store.alumniTalks>>[number];

function alumniOf(talks: readonly Talk[], organizationId: string) {
	return talks
		.filter((talk) => talk.organizationId === organizationId)
		.map(({ id: talkId, personName, ...dates }) => ({
			id: talkId,
			personName,
			stage: stageOf(dates)
		}));
}

/**
 * Schools with their stage and the interviews with their alumni, newest first (method 2), in pages of
 * 60 unless `limit` says otherwise.
 * @refuses `schools.cursor`
 */
export const listSchools = operation({
	name: 'schools.list',
	http: { verb: 'GET', path: '/schools' },
	summary: 'List the schools you ask for alumni',
	effect: 'read',
	input: z.object({ themeId: themeId.optional(), ...pageFields }),
	output: z.object({ schools: z.array(school), nextCursor }),
	example: {},
	run: async ({ scope }, { themeId: ofTheme, ...asked }) => {
		const { rows, nextCursor: next } = await store.schoolsOf(scope, ofTheme, asked);
		const talks = rows.length > 0 ? await store.alumniTalks(scope) : [];
		return {
			schools: rows.map((row) => ({
				...toSchoolView(row),
				alumni: alumniOf(talks, row.organizationId)
			})),
			nextCursor: next
		};
	}
});

/**
 * One school, with the text to its administrator generated from the theme and the training.
 * @refuses `school.missing`
 */
export const getSchool = operation({
	name: 'schools.get',
	http: { verb: 'GET', path: '/schools/{id}' },
	summary: 'View a school and the message to its administrator',
	effect: 'read',
	input: z.object({ id }),
	output: schoolView,
	example: { id: exampleId },
	run: async (context, input) => {
		const { scope } = context;
		const row = found(await store.schoolRow(scope, input.id), 'school');
		const facts = await factsNow(context, row.themeId, row.themeTitle);
		const talks = await store.alumniTalks(scope);
		return {
			...toSchoolView(row),
			alumni: alumniOf(talks, row.organizationId),
			administratorEmail: row.administratorEmail,
			text: schoolText(facts, {
				name: row.organizationName,
				training: row.training,
				administrator: row.administratorGivenName || (row.administratorName ?? '')
			})
		};
	}
});

async function administratorOf({ scope }: Context, personId: string | null | undefined) {
	if (!personId) return null;
	const person = found(await personNamed(scope, personId), 'person');
	if (!person.doNotContactAt) return person.id;
	throw refuse(
		'not-allowed',
		'people.do-not-contact',
		`${person.name} is marked “Do not contact”. Nothing was changed. Choose another person at the school, or leave this empty.`,
		'administratorId'
	);
}

/**
 * Adds a school to a theme: the organization by its name, the training, and the person to write to.
 * @refuses `theme.missing`, `themes.not-open`, `schools.same` when the theme has this school already,
 * `person.missing`, `people.do-not-contact` for the administrator, `school.other-body`
 */
export const addSchool = operation({
	name: 'schools.add',
	http: { verb: 'POST', path: '/schools' },
	summary: 'Add a school whose alumni you would like to meet',
	effect: 'write',
	input: z.object({
		id: id.optional(),
		themeId,
		name: organizationName.min(1, 'Enter the name of the school.'),
		training: training.default(''),
		administratorId: id.nullable().optional(),
		/** original time of addition, for an undo of `schools.remove` */
		addedAt: instant.optional()
	}),
	output: z.object({ id: z.string(), name: z.string(), changedAt: z.string() }),
	example: { themeId: exampleId, name: 'Nordic Editing School', training: 'The copy course' },
	said: ({ name }) => `${name} added`,
	undo: ({ id, changedAt }): UndoStep => undoneBy(removeSchool, { id, changedAt }),
	run: async (context, input) => {
		const { scope, now, record, newId } = context;
		const schoolId = input.id ?? newId();
		const existing = input.id ? await store.schoolRow(scope, schoolId) : undefined;
		if (existing) {
			const same =
				existing.themeId === input.themeId &&
				existing.organizationName === input.name &&
				existing.training === input.training &&
				existing.administratorId === (input.administratorId ?? null);
			if (same) {
				return { id: existing.id, name: existing.organizationName, changedAt: existing.changedAt };
			}
			throw otherBody('school');
		}
		await themeToAskAbout(scope, input.themeId);
		const administrator = await administratorOf(context, input.administratorId);
		// Finds or creates the organization by its name, as `interviews.plan` does.
		const { organizationId } = await channelDetailsFor(context, '', {
			channel: 'school',
			organizationName: input.name
		});
		if (!organizationId) throw missing('organization');
		if (await store.sameSchool(scope, organizationId, input.themeId)) {
			throw refuseConflict(
				'schools.same',
				`${input.name} is already in your list for this theme. Nothing was changed. Open the existing entry.`,
				'name'
			);
		}
		await store.addSchool(scope, {
			id: schoolId,
			theme_id: input.themeId,
			organization_id: organizationId,
			administrator_id: administrator,
			training: input.training,
			added_at: restoredAt(input.addedAt, now),
			changed_at: now
		});
		record({ verb: 'schools.added', about: { kind: 'school', id: schoolId } });
		return { id: schoolId, name: input.name, changedAt: now };
	}
});

/**
 * Changes the training or the person to write to; omitted fields stay.
 * @returns the values before the change, for its undo
 * @refuses `school.missing`, `schools.changed-since`, `person.missing`, `people.do-not-contact`
 */
export const changeSchool = operation({
	name: 'schools.change',
	http: { verb: 'PATCH', path: '/schools/{id}' },
	summary: 'Edit the training or the contact person of a school',
	effect: 'write',
	input: z.object({
		id,
		changedAt,
		training: training.optional(),
		administratorId: id.nullable().optional()
	}),
	output: z.object({
		id: z.string(),
		changedAt: z.string(),
		before: z.object({ training: z.string(), administratorId: z.string() })
	}),
	example: { id: exampleId, training: 'The evening course in copy editing' },
	said: 'Saved',
	undo: ({ id, changedAt, before: { training, administratorId } }): UndoStep =>
		undoneBy(changeSchool, { id, changedAt, training, administratorId: administratorId || null }),
	run: async (context, input) => {
		const { scope, now, record } = context;
		const row = found(await store.schoolRow(scope, input.id), 'school');
		refuseOther('schools', row.changedAt, input.changedAt);
		const administrator =
			input.administratorId === undefined
				? row.administratorId
				: await administratorOf(context, input.administratorId);
		await store.changeSchool(scope, row.id, {
			training: input.training ?? row.training,
			administrator_id: administrator,
			changed_at: now
		});
		record({ verb: 'schools.changed', about: { kind: 'school', id: row.id } });
		const before = { training: row.training, administratorId: row.administratorId ?? '' };
		return { id: row.id, changedAt: now, before };
	}
});

/**
 * Deletes a school where nobody was asked. The organization stays in the address book.
 * @param changedAt version that the caller read; left out, it is not compared
 * @returns the input that adds it again
 * @refuses `school.missing`, `schools.asked-already`, `schools.changed-since`
 */
export const removeSchool = operation({
	name: 'schools.remove',
	http: { verb: 'DELETE', path: '/schools/{id}' },
	summary: 'Remove a school from your list, as long as it was not asked',
	effect: 'write',
	input: z.object({ id, changedAt }),
	output: z.object({
		id: z.string(),
		themeId: z.string(),
		name: z.string(),
		training: z.string(),
		administratorId: z.string(),
		addedAt: z.string()
	}),
	example: { id: exampleId },
	said: ({ name }) => `${name} removed`,
	undo: ({ administratorId, ...school }) =>
		undoneBy(addSchool, { ...school, administratorId: administratorId || null }),
	run: async ({ scope, record }, input) => {
		const row = found(await store.schoolRow(scope, input.id), 'school');
		if (row.askedAt ?? row.connectedAt ?? row.declinedAt) {
			throw refuseConflict(
				'schools.asked-already',
				`${row.organizationName} was already asked and cannot be removed. Nothing was changed. Mark the school as declined instead.`
			);
		}
		refuseOther('schools', row.changedAt, input.changedAt);
		await store.removeSchool(scope, row.id);
		record({ verb: 'schools.removed', about: { kind: 'school', id: row.id } });
		return {
			id: row.id,
			themeId: row.themeId,
			name: row.organizationName,
			training: row.training,
			administratorId: row.administratorId ?? '',
			addedAt: row.addedAt
		};
	}
});
