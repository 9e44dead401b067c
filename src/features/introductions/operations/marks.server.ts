import { z } from 'zod';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { found, refuse } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/values.ts';
import { operation, type Context } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { changedAt, id } from '../schemas.ts';
import type { Dated, Dates } from '../store/dated.server.ts';
import { changedSince, refuseOther } from '../reads/changed-since.ts';

/** What each of the two operations of a pair says of itself. */
interface Side {
	summary: string;
	/** what happened, as the event says it */
	event: string;
}

interface Parts<Column extends string> {
	/** last part of the address that both have; taking back is its DELETE */
	path: string;
	column: Column;
	/** the operation's, `markAsked`; what takes it back is called `unmarkAsked` */
	verb: string;
	/** other dates that follow from this one where they are not there yet, and go with it */
	also?: readonly Column[];
	mark: Side & {
		/** what a page says once it is done */
		said: string;
		/** dates that must not be there, with what to say when one is */
		refuses?: Partial<Record<Column, string>>;
		/** what else must hold */
		check?: (context: Context) => Promise<void>;
	};
	unmark: Side & {
		/** what a page says once it is taken back; with it that can be undone in turn */
		said?: string;
		/** dates that rest on this one */
		later?: readonly Column[];
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
 * Makes the operation that says a thing happened, now or `at` an instant before, and the one that takes
 * it back with what was noted in the same moment. With `changedAt` of the thing as it was seen, both
 * refuse when that changed since.
 */
export function marks<Column extends string>(
	thing: Dated<Column>,
	{ path, column, verb, also = [], mark, unmark }: Parts<Column>
) {
	const http = { path: `/${thing.group}/{id}/${path}` };
	const load = async (scope: Scope, thingId: string) =>
		found(await thing.load(scope, thingId), thing.noun);
	const setDates = (
		{ scope, now, record }: Context,
		thingId: string,
		columns: readonly Column[],
		at: string | null,
		event: string
	) => {
		const dates = Object.fromEntries(columns.map((each) => [each, at])) as Dates<Column>;
		record({ verb: event, about: { kind: thing.noun, id: thingId } });
		return thing.change(scope, thingId, dates, now);
	};

	const marking = operation({
		name: `${thing.group}.${verb}`,
		http: { verb: 'POST', ...http },
		summary: mark.summary,
		effect: 'write',
		input: z.object({ id, changedAt, at: instant.optional() }),
		output: z.object({ id: z.string(), changedAt: z.string() }),
		example: { id: exampleId },
		said: mark.said,
		undo: (done): UndoStep => undoneBy(unmarking, done),
		run: async (context, input) => {
			const row = await load(context.scope, input.id);
			const refuses: Partial<Record<Column, string>> = {
				[column]: 'This is noted already. Nothing was changed; go on with what comes next.',
				...mark.refuses
			};
			for (const [date, sentence] of Object.entries(refuses) as [Column, string][]) {
				if (row[date]) throw refuse('conflict', `${thing.group}.noted-already`, sentence);
			}
			refuseOther(thing.group, row.changedAt, input.changedAt);
			const at = input.at ?? context.now;
			refuseToCome(thing.group, at, context.now);
			await mark.check?.(context);
			const following = also.filter((each) => row[each] === null);
			await setDates(context, input.id, [column, ...following], at, mark.event);
			return { id: input.id, changedAt: context.now };
		}
	});

	const unmarking = operation({
		name: `${thing.group}.un${verb}`,
		http: { verb: 'DELETE', ...http },
		summary: unmark.summary,
		effect: 'write',
		input: z.object({ id, changedAt }),
		output: z.object({
			id: z.string(),
			changedAt: z.string(),
			/** when it had been noted, to note it so again */
			at: z.string()
		}),
		example: { id: exampleId },
		...(unmark.said === undefined
			? {}
			: {
					said: unmark.said,
					undo: (done: z.input<typeof marking.input>): UndoStep => undoneBy(marking, done)
				}),
		run: async (context, input) => {
			const row = await load(context.scope, input.id);
			const at = row[column];
			// Noted last of all, it goes whatever stands beside it: that is how it was before.
			const last = at === row.changedAt && at === input.changedAt;
			const rests = !last && (unmark.later ?? []).some((date) => row[date] !== null);
			const newer = input.changedAt !== undefined && input.changedAt !== row.changedAt;
			if (!at || rests || newer) throw changedSince(thing.group);
			const together = also.filter((each) => row[each] === at);
			await setDates(context, input.id, [column, ...together], null, unmark.event);
			return { id: input.id, changedAt: context.now, at };
		}
	});

	return [marking, unmarking] as const;
}
