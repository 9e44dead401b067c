import { z } from 'zod';
import type { Operation, UndoStep } from '#kernel/operation.ts';
import { missing, refuse } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/values.ts';
import { operation, type Context } from '#server/perform.ts';
import { changedAt, id } from '../shapes.ts';
import type { Dated, Dates } from '../store/dated.server.ts';
import { changedSince } from '../reads/changed-since.ts';

interface MarkParts<Column extends string> {
	/** the operation's verb, and the last part of its address */
	verb: string;
	path: string;
	summary: string;
	column: Column;
	/** what happened, as the event says it */
	event: string;
	/** what a page says once it is done */
	said?: string;
	/** verb of the operation of the same thing that takes it back */
	undoneBy?: string;
}

/** What is said of it, and what takes it back; nothing where the parts say nothing. */
function wayBack<Done extends { id: string; changedAt: string }>(
	{ group }: { group: string },
	{ said, undoneBy }: { said?: string; undoneBy?: string },
	inputOf: (done: Done) => Record<string, unknown>
): Pick<Operation, 'said'> & { undo?: (done: Done) => UndoStep } {
	return {
		...(said === undefined ? {} : { said }),
		...(undoneBy === undefined
			? {}
			: { undo: (done) => ({ operation: `${group}.${undoneBy}`, input: inputOf(done) }) })
	};
}

function refuseToCome(group: string, at: string, now: string): void {
	if (at <= now) return;
	throw refuse(
		'invalid',
		`${group}.to-come`,
		'That is still to come. Nothing was changed; note it once it has happened.',
		'at'
	);
}

/**
 * Makes the operation that says a thing happened, now or `at` an instant before. With `changedAt` of
 * the thing as it was seen it refuses when that changed since.
 * @param parts `said` when it is done, and `undoneBy` the verb that takes it back; `refuses` gives
 * dates that stand in the way, each with its sentence; `also` other dates that follow; `check` what
 * else must hold
 */
export function mark<Column extends string>(
	thing: Dated<Column>,
	parts: MarkParts<Column> & {
		said: string;
		undoneBy: string;
		/** dates that must not be there, with what to say when one is */
		refuses?: Partial<Record<Column, string>>;
		/** dates that follow from this one where they are not there yet */
		also?: readonly Column[];
		check?: (context: Context) => Promise<void>;
	}
) {
	return operation({
		name: `${thing.group}.${parts.verb}`,
		http: { verb: 'POST', path: `/${thing.group}/{id}/${parts.path}` },
		summary: parts.summary,
		effect: 'write',
		input: z.object({ id, changedAt, at: instant.optional() }),
		output: z.object({ id: z.string(), changedAt: z.string() }),
		example: { id: exampleId },
		...wayBack(thing, parts, ({ id, changedAt }) => ({ id, changedAt })),
		run: async (context, input) => {
			const { scope, now, record } = context;
			const row = await thing.load(scope, input.id);
			if (!row) throw missing(thing.noun);
			const refuses: Partial<Record<Column, string>> = {
				[parts.column]: 'This is noted already. Nothing was changed; go on with what comes next.',
				...parts.refuses
			};
			for (const [column, sentence] of Object.entries(refuses) as [Column, string][]) {
				if (row[column]) throw refuse('conflict', `${thing.group}.noted-already`, sentence);
			}
			if (input.changedAt !== undefined && input.changedAt !== row.changedAt) {
				throw changedSince(thing.group);
			}
			const at = input.at ?? now;
			refuseToCome(thing.group, at, now);
			await parts.check?.(context);
			const following = (parts.also ?? []).filter((column) => row[column] === null);
			const dates = [parts.column, ...following].map((column) => [column, at] as const);
			await thing.change(scope, input.id, Object.fromEntries(dates) as Dates<Column>, now);
			record({ verb: parts.event, about: { kind: thing.noun, id: input.id } });
			return { id: input.id, changedAt: now };
		}
	});
}

/**
 * Makes the operation that takes it back, with what was noted in the same moment. It refuses when
 * the thing changed since.
 * @param parts `later` dates that rest on this one; `also` earlier ones that may have come with it
 */
export function unmark<Column extends string>(
	thing: Dated<Column>,
	parts: MarkParts<Column> & { later?: readonly Column[]; also?: readonly Column[] }
) {
	return operation({
		name: `${thing.group}.${parts.verb}`,
		http: { verb: 'POST', path: `/${thing.group}/{id}/${parts.path}` },
		summary: parts.summary,
		effect: 'write',
		input: z.object({ id, changedAt }),
		output: z.object({
			id: z.string(),
			changedAt: z.string(),
			/** when it had been noted, to note it so again */
			at: z.string()
		}),
		example: { id: exampleId },
		...wayBack(thing, parts, (done) => done),
		run: async ({ scope, now, record }, input) => {
			const row = await thing.load(scope, input.id);
			if (!row) throw missing(thing.noun);
			const at = row[parts.column];
			// Noted last of all, it goes whatever stands beside it: that is how it was before.
			const last = at === row.changedAt && at === input.changedAt;
			const rests = !last && (parts.later ?? []).some((column) => row[column] !== null);
			const newer = input.changedAt !== undefined && input.changedAt !== row.changedAt;
			if (!at || rests || newer) throw changedSince(thing.group);
			const together = (parts.also ?? []).filter((column) => row[column] === at);
			const dates = [parts.column, ...together].map((column) => [column, null] as const);
			await thing.change(scope, input.id, Object.fromEntries(dates) as Dates<Column>, now);
			record({ verb: parts.event, about: { kind: thing.noun, id: input.id } });
			return { id: input.id, changedAt: now, at };
		}
	});
}
