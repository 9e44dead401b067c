import { z } from 'zod';
import { undoneBy } from '#kernel/operation.ts';
import { otherBody, refuseConflict } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { workspaceOf } from '#features/account/reads/workspace.server.ts';
import { nextCursor, pageFields } from '#server/paging.ts';
import { operation, type Context } from '#server/perform.ts';
import { changedSince, openRequest, sentAlready } from '../reads/consultation.server.ts';
import { readinessOf } from '../reads/readiness.server.ts';
import {
	consultationText,
	shareableNow,
	usualShares,
	type Shareable
} from '../rules/consultation.ts';
import {
	coach,
	consultations,
	consultationTyped,
	id,
	share,
	type ReadinessNow
} from '../schemas.ts';
import * as store from '../store.server.ts';
import { unwithdrawConsultation } from './consultation-steps.server.ts';

/** Reads everything that the text of a request can contain. */
async function shareable({ scope }: Context, readiness: ReadinessNow): Promise<Shareable> {
	const notes = await store.selfNotes(scope);
	const of = (kind: string) => notes.flatMap((note) => (note.kind === kind ? note.text : []));
	return {
		themes: await store.seatedThemes(scope),
		readiness: {
			verdict: readiness.verdict,
			open: readiness.reasons.filter(({ kind }) => kind !== 'done').map(({ code }) => code)
		},
		interests: of('interest'),
		strengths: of('strength'),
		values: of('value'),
		criteria: (await store.criteria(scope)).map(({ text, dealBreakerAt }) => ({
			text,
			isDealBreaker: dealBreakerAt !== null
		}))
	};
}

/** View of the consultation page: the open request, what may be shared, and talks held. */
export const getConsultations = operation({
	name: 'consultations.get',
	http: { verb: 'GET', path: '/consultations' },
	summary: 'Get your consultation request and what you may share',
	effect: 'read',
	input: z.object({}),
	output: consultations,
	example: {},
	run: async (context) => {
		const readiness = await readinessOf(context.scope, context.now);
		const open = await store.openConsultation(context.scope);
		return {
			open: open ?? null,
			shareable: shareableNow(await shareable(context, readiness)),
			help: readiness.help,
			suggestCounsellor: readiness.suggestCounsellor,
			held: await store.heldConsultations(context.scope)
		};
	}
});

/** Clarity talks held, the latest first, in pages. @refuses `consultations.cursor` */
export const listHeldConsultations = operation({
	name: 'consultations.list',
	http: { verb: 'GET', path: '/consultations/held' },
	summary: 'List past consultations',
	effect: 'read',
	input: z.object(pageFields),
	output: consultations.pick({ held: true }).extend({ nextCursor }),
	example: {},
	run: ({ scope }, asked) => store.pageOfHeld(scope, asked)
});

/**
 * Drafts the request for a free clarity talk from exactly the chosen parts (method 1). An existing
 * draft is withdrawn and can be restored. Nothing is sent.
 * @param coach name, e-mail address or both
 * @param shares the parts to include; the themes' titles when left out
 * @returns the request, and the draft it replaced, if any
 * @refuses `consultations.one-open` while one that was sent waits; `consultation.other-body`
 */
export const draftConsultation = operation({
	name: 'consultations.draft',
	http: { verb: 'POST', path: '/consultations' },
	summary: 'Create a draft of a consultation request from what you choose to share',
	effect: 'write',
	input: z.object({ id: id.optional(), coach, shares: z.array(share).max(20).optional() }),
	output: z.object({ id: z.string(), former: z.string().nullable() }),
	example: { coach: 'Ulla Berg', shares: ['themes', 'values'] },
	said: 'Draft created. Nothing was sent',
	undo: ({ id, former }) =>
		former ? undoneBy(unwithdrawConsultation, { id: former, instead: id }) : undefined,
	run: async (context, input) => {
		const { scope, now, record, newId } = context;
		const consultationId = input.id ?? newId();
		const chosen = [...new Set(input.shares ?? usualShares)];
		const known = input.id ? await store.consultationRow(scope, consultationId) : undefined;
		if (known) {
			const same = known.coach === input.coach && known.shares.join() === chosen.join();
			if (same) return { id: known.id, former: null };
			throw otherBody('consultation');
		}
		const open = await store.openConsultation(scope);
		if (open?.sentAt) {
			throw refuseConflict(
				'consultations.one-open',
				`Your request to ${open.coach} is still open. Nothing was changed. Mark that consultation as held or withdraw the request first.`
			);
		}
		if (open)
			await store.changeConsultation(scope, open.id, { withdrawn_at: now, changed_at: now });
		const { name } = await workspaceOf(context.scope);
		const facts = await shareable(context, await readinessOf(scope, now));
		await store.addConsultation(scope, {
			id: consultationId,
			coach: input.coach,
			text: consultationText(input.coach, chosen, facts, name),
			shares: JSON.stringify(chosen),
			drafted_at: now,
			changed_at: now
		});
		record({ verb: 'consultations.drafted', about: { kind: 'consultation', id: consultationId } });
		return { id: consultationId, former: open?.id ?? null };
	}
});

/**
 * Changes the text of a request that is not sent yet.
 * @refuses `consultation.missing`, `consultations.over`, `consultations.sent-already`,
 * `consultations.changed-since`
 */
export const writeConsultation = operation({
	name: 'consultations.write',
	http: { verb: 'PUT', path: '/consultations/{id}/text' },
	summary: 'Edit the text of a consultation request',
	effect: 'write',
	input: z.object({ id, text: consultationTyped, changedAt: z.string().max(40).optional() }),
	output: z.object({ id: z.string(), changedAt: z.string() }),
	example: { id: exampleId, text: 'Would you have half an hour for me?' },
	said: 'Saved',
	run: async ({ scope, now, record }, input) => {
		const stored = await openRequest(scope, input.id);
		if (stored.sentAt) throw sentAlready();
		if (input.changedAt && input.changedAt !== stored.changedAt) throw changedSince();
		await store.changeConsultation(scope, stored.id, { text: input.text, changed_at: now });
		record({ verb: 'consultations.written', about: { kind: 'consultation', id: stored.id } });
		return { id: stored.id, changedAt: now };
	}
});
