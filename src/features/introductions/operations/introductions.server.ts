import { z } from 'zod';
import { exampleId, instant } from '#method/field-schemas.ts';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { found, missing, otherBody, refuseConflict } from '#kernel/refusal.ts';
import { themeToAskAbout } from '#features/interviews/reads/partners.server.ts';
import { personNamed } from '#features/people/reads/people.server.ts';
import { operation } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { namesakesOf } from '../writes/planning.server.ts';
import {
	about,
	answer,
	changedAt,
	connectorId,
	country,
	id,
	introductionView,
	personName,
	themeId
} from '../schemas.ts';
import { changedSince, refuseOther } from '../reads/changed-since.ts';
import * as store from '../store.server.ts';
import { toIntroductionView } from '../reads/views.server.ts';

/**
 * One introduction, and people of the address book with the same name.
 * @refuses `introduction.missing`
 */
export const getIntroduction = operation({
	name: 'introductions.get',
	http: { verb: 'GET', path: '/introductions/{id}' },
	summary: 'View an introduction',
	effect: 'read',
	input: z.object({ id }),
	output: introductionView,
	example: { id: exampleId },
	run: async ({ scope }, input) => {
		const row = found(await store.introductionRow(scope, input.id), 'introduction');
		const namesakes = row.interviewId ? [] : (await namesakesOf(scope, [row.name])).get(row.name);
		const others = (namesakes ?? []).filter((each) => each.id !== row.connectorId);
		return { ...toIntroductionView(row), namesakes: others };
	}
});

/**
 * Notes that a connector offers to introduce somebody (method 2). If it answers an introduction request, the
 * connector's answer to that request is noted too.
 * @param about description in the connector's words; @param country where the person lives, free text
 * @refuses `person.missing` for the connector, `introduction-request.missing`, `theme.missing`, `themes.not-open`,
 * `introduction.other-body`
 */
export const offerIntroduction = operation({
	name: 'introductions.offer',
	http: { verb: 'POST', path: '/introductions' },
	summary: 'Add an introduction that a connector offers you',
	effect: 'write',
	input: z.object({
		id: id.optional(),
		requestId: id.nullable().optional(),
		themeId,
		connectorId,
		name: personName,
		about: about.default(''),
		country: country.default('')
	}),
	output: z.object({
		id: z.string(),
		changedAt: z.string(),
		/** the connector's earlier answer that this one replaced, for `introductions.takeBack` */
		replaced: z.object({ answer, answeredAt: z.string() }).nullable()
	}),
	example: { themeId: exampleId, connectorId: exampleId, name: 'Joan Whitcombe' },
	said: (_, { requestId }) =>
		requestId ? 'Introduction added' : 'Introduction added. The connector asks first',
	undo: ({ id, changedAt, replaced }) =>
		undoneBy(takeBackIntroduction, { id, changedAt, ...replaced }),
	run: async ({ scope, now, record, newId }, input) => {
		const introductionId = input.id ?? newId();
		const existing = input.id ? await store.introductionRow(scope, introductionId) : undefined;
		if (existing) {
			const same =
				existing.themeId === input.themeId &&
				existing.connectorId === input.connectorId &&
				(['name', 'about', 'country'] as const).every((field) => existing[field] === input[field]);
			if (same) return { id: existing.id, changedAt: existing.changedAt, replaced: null };
			throw otherBody('introduction');
		}
		const connector = found(await personNamed(scope, input.connectorId), 'person');
		await themeToAskAbout(scope, input.themeId);
		let replaced: Replaced | null = null;
		if (input.requestId) {
			if (!(await store.introductionRequest(scope, input.requestId)))
				throw missing('introduction-request');
			const asked = await store.recipient(scope, {
				requestId: input.requestId,
				personId: connector.id
			});
			if (asked && asked.answer !== 'introduced') {
				replaced = answerOf(asked);
				await store.changeRecipient(scope, asked.id, {
					asked_at: asked.askedAt ?? now,
					answered_at: now,
					answer: 'introduced'
				});
			}
		}
		await store.addIntroduction(scope, {
			id: introductionId,
			theme_id: input.themeId,
			connector_id: connector.id,
			request_id: input.requestId ?? null,
			name: input.name,
			about: input.about,
			country: input.country,
			offered_at: now,
			changed_at: now
		});
		record({ verb: 'introductions.offered', about: { kind: 'introduction', id: introductionId } });
		return { id: introductionId, changedAt: now, replaced };
	}
});

type Replaced = { answer: z.infer<typeof answer>; answeredAt: string };

function answerOf(asked: { answer: string | null; answeredAt: string | null }): Replaced | null {
	const { answeredAt } = asked;
	return answeredAt === null ? null : { answer: answer.parse(asked.answer), answeredAt };
}

/** Restores the connector's earlier answer to the request, unless another introduction needs the present one. */
async function takeAnswerBack(
	scope: Scope,
	row: store.IntroductionRow,
	replaced: { [Part in keyof Replaced]?: Replaced[Part] | undefined }
): Promise<void> {
	if (!row.requestId) return;
	const asked = await store.recipient(scope, {
		requestId: row.requestId,
		personId: row.connectorId
	});
	if (!asked || asked.answeredAt !== row.offeredAt) return;
	const others = await store.introductionsOfRequest(scope, row.requestId);
	if (others.some((each) => each.id !== row.id && each.connectorId === row.connectorId)) return;
	const { answer: before = null, answeredAt = null } = replaced;
	const stood = before !== null && answeredAt !== null;
	await store.changeRecipient(scope, asked.id, {
		answered_at: stood ? answeredAt : null,
		answer: stood ? before : null,
		...(asked.askedAt === row.offeredAt ? { asked_at: null } : {})
	});
}

/**
 * Reverses `introductions.offer`, unless the introduction went on; the answer noted with it is removed.
 * @param answer the connector's earlier answer, as `introductions.offer` returned it in `replaced`;
 * @param answeredAt its time
 * @refuses `introduction.missing`, `introductions.changed-since`
 */
export const takeBackIntroduction = operation({
	name: 'introductions.takeBack',
	http: { verb: 'DELETE', path: '/introductions/{id}' },
	summary: 'Undo adding an introduction',
	effect: 'write',
	input: z.object({
		id,
		changedAt,
		answer: answer.optional(),
		answeredAt: instant.optional()
	}),
	output: z.object({ id: z.string() }),
	example: { id: exampleId },
	run: async ({ scope, record }, input) => {
		const row = found(await store.introductionRow(scope, input.id), 'introduction');
		refuseOther('introductions', row.changedAt, input.changedAt);
		const followed = row.agreedAt ?? row.introducedAt ?? row.lapsedAt ?? row.interviewId;
		if (followed) throw changedSince('introductions');
		await takeAnswerBack(scope, row, input);
		await store.removeIntroduction(scope, row.id);
		record({ verb: 'introductions.takenBack', about: { kind: 'introduction', id: row.id } });
		return { id: row.id };
	}
});

/**
 * Changes name, description or country of the person offered; omitted fields stay.
 * @refuses `introduction.missing`, `introductions.changed-since`, `introductions.led` when the
 * interview is planned: from then on the person's entry in the address book holds these facts
 */
export const changeIntroduction = operation({
	name: 'introductions.change',
	http: { verb: 'PATCH', path: '/introductions/{id}' },
	summary: 'Edit the details of a person offered to you',
	effect: 'write',
	input: z.object({
		id,
		changedAt,
		name: personName.optional(),
		about: about.optional(),
		country: country.optional()
	}),
	output: z.object({
		id: z.string(),
		changedAt: z.string(),
		/** the values before the change, for its undo */
		before: z.object({ name: z.string(), about: z.string(), country: z.string() })
	}),
	example: { id: exampleId, country: 'Portugal' },
	said: 'Saved',
	undo: ({ id, changedAt, before }): UndoStep =>
		undoneBy(changeIntroduction, { id, changedAt, ...before }),
	run: async ({ scope, now, record }, input) => {
		const row = found(await store.introductionRow(scope, input.id), 'introduction');
		refuseOther('introductions', row.changedAt, input.changedAt);
		if (row.interviewId) {
			throw refuseConflict(
				'introductions.led',
				`The interview is planned, and ${row.name} is in your address book. Nothing was changed. Edit the entry in your address book.`
			);
		}
		const before = { name: row.name, about: row.about, country: row.country };
		await store.changeIntroduction(scope, row.id, {
			name: input.name ?? before.name,
			about: input.about ?? before.about,
			country: input.country ?? before.country,
			changed_at: now
		});
		record({ verb: 'introductions.changed', about: { kind: 'introduction', id: row.id } });
		return { id: row.id, changedAt: now, before };
	}
});
