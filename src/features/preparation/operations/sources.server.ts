import { z } from 'zod';
import { found, otherBody, refuseConflict, refuseInvalid } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { openInterview } from '#features/interviews/reads/interviews.server.ts';
import { operation, type Context } from '#server/perform.ts';
import { MOST_SOURCES } from '../rules/lengths.ts';
import { makeSource, type Source } from '../rules/sources.ts';
import { answersTyped, id, linkTyped, mark, source, sourceKind, titleTyped } from '../schemas.ts';
import { toSourceView } from '../reads/sources.server.ts';
import * as store from '../store.server.ts';

async function sourceToChange({ scope }: Context, sourceId: string): Promise<store.SourceRow> {
	const stored = found(await store.sourceOf(scope, sourceId), 'source');
	await openInterview(scope, stored.interviewId);
	return stored;
}

/** Refusal of a "why you" mark on a source without a note of what it answers. */
function refuseEmptyMark(made: Source): void {
	if (made.answers !== '') return;
	throw refuseInvalid(
		'sources.mark-empty',
		'A “why you” needs a note of what the source told you. Nothing was saved. Write that note first.',
		'answers'
	);
}

function sameSource(one: Source, other: Source): boolean {
	const parts = ['kind', 'link', 'title', 'answers'] as const;
	return parts.every((part) => one[part] === other[part]);
}

/**
 * Adds a source to the research of an interview (methods 3 and 5).
 * @param mark `why-you` when the request's "why you" uses it; then no other source has the mark
 * @refuses `sources.link`, `sources.link-secret`, `sources.title-long`, `sources.answers-long`,
 * `sources.mark-empty`, `sources.twenty`, `source.other-body`, `interviews.closed`
 */
export const addSource = operation({
	name: 'sources.add',
	http: { verb: 'POST', path: '/interviews/{interviewId}/sources' },
	summary: 'Add a source to the research of an interview',
	effect: 'write',
	input: z.object({
		interviewId: id,
		id: id.optional(),
		kind: sourceKind,
		link: linkTyped,
		title: titleTyped.default(''),
		answers: answersTyped.default(''),
		mark: mark.default('none')
	}),
	output: source,
	example: {
		interviewId: exampleId,
		kind: 'partner',
		link: 'https://harbour-field.example/corrections',
		title: 'Corrections page',
		answers: 'Every recipe is cooked before it is printed'
	},
	said: 'Source added',
	run: async ({ scope, now, record, newId }, input) => {
		await openInterview(scope, input.interviewId);
		const made = makeSource(input);
		if (input.mark === 'why-you') refuseEmptyMark(made);
		const sourceId = input.id ?? newId();
		const known = await store.sourceOf(scope, sourceId);
		if (known) {
			if (known.interviewId === input.interviewId && sameSource(known, made)) {
				return toSourceView(known);
			}
			throw otherBody('source');
		}
		if ((await store.sourcesOf(scope, input.interviewId)).length >= MOST_SOURCES) {
			throw refuseConflict(
				'sources.twenty',
				'An interview has at most 20 sources, and yours are saved. Delete one first.'
			);
		}
		const whyYouAt = input.mark === 'why-you' ? now : null;
		const added = { ...made, id: sourceId, interviewId: input.interviewId, whyYouAt };
		await store.addSource(scope, added, now);
		if (whyYouAt) await store.unmarkOthers(scope, input.interviewId, sourceId);
		record({ verb: 'sources.added', about: { kind: 'source', id: sourceId } });
		return toSourceView(added);
	}
});

/**
 * Changes a source; parts left out stay unchanged.
 * @refuses `source.missing` and those of `sources.add`
 */
export const changeSource = operation({
	name: 'sources.change',
	http: { verb: 'PATCH', path: '/sources/{id}' },
	summary: 'Edit a source of an interview',
	effect: 'write',
	input: z.object({
		id,
		kind: sourceKind.optional(),
		link: linkTyped.optional(),
		title: titleTyped.optional(),
		answers: answersTyped.optional(),
		mark: mark.optional()
	}),
	output: source,
	example: {
		id: exampleId,
		answers: 'Two editors, four freelancers, no interns'
	},
	said: 'Saved',
	run: async (context, input) => {
		const { scope, now, record } = context;
		const stored = await sourceToChange(context, input.id);
		const made = makeSource({
			kind: input.kind ?? stored.kind,
			link: input.link ?? stored.link,
			title: input.title ?? stored.title,
			answers: input.answers ?? stored.answers
		});
		if (input.mark === 'why-you') refuseEmptyMark(made);
		const marked = input.mark === undefined ? stored.whyYouAt !== null : input.mark === 'why-you';
		// A source without a note cannot have the "why you" mark.
		const whyYouAt = marked && made.answers !== '' ? (stored.whyYouAt ?? now) : null;
		await store.changeSource(scope, stored.id, { ...made, whyYouAt });
		if (whyYouAt) await store.unmarkOthers(scope, stored.interviewId, stored.id);
		record({ verb: 'sources.changed', about: { kind: 'source', id: stored.id } });
		return toSourceView({ ...stored, ...made, whyYouAt });
	}
});

/**
 * Deletes a source with its note; questions known from it take their places again.
 * @refuses `source.missing`, `interviews.closed`
 */
export const removeSource = operation({
	name: 'sources.remove',
	http: { verb: 'DELETE', path: '/sources/{id}' },
	summary: 'Delete a source',
	effect: 'write',
	input: z.object({ id }),
	output: z.object({ id: z.string(), interviewId: z.string() }),
	example: { id: exampleId },
	said: 'Source deleted',
	run: async (context, input) => {
		const stored = await sourceToChange(context, input.id);
		await store.removeSource(context.scope, stored.id);
		await store.forgetSource(context.scope, stored.id, context.now);
		context.record({ verb: 'sources.removed', about: { kind: 'source', id: stored.id } });
		return { id: stored.id, interviewId: stored.interviewId };
	}
});
