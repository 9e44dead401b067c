import { z } from 'zod';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { found, refuseConflict, refuseInvalid } from '#kernel/refusal.ts';
import { exampleId, instant } from '#method/field-schemas.ts';
import { operation, type Context } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { changedAt, id } from '../schemas.ts';
import type { Dated, Dates } from '../store/dated.server.ts';
import { changedSince, refuseOther } from '../reads/changed-since.ts';

/** Texts and event name of one of the two operations of a pair. */
interface Side {
	summary: string;
	/** verb of the audit event that is recorded */
	event: string;
}

interface Parts<Column extends string> {
	/** last segment of the REST path: POST sets the date, DELETE clears it */
	path: string;
	column: Column;
	/** name of the setting operation, `markAsked`; the clearing one is called `unmarkAsked` */
	verb: string;
	/** other dates that are set with this one if empty, and cleared with it if set at the same time */
	also?: readonly Column[];
	mark: Side & {
		/** confirmation on the page once the date is set */
		said: string;
		/** dates that must be empty, with the sentence of the refusal when one is set */
		refuses?: Partial<Record<Column, string>>;
		/** further precondition; throws a refusal */
		check?: (context: Context) => Promise<void>;
	};
	unmark: Side & {
		/** confirmation on the page once the date is cleared; if given, clearing can be undone in turn */
		said?: string;
		/** dates that depend on this one: while one is set, this one cannot be cleared */
		later?: readonly Column[];
	};
}

function refuseToCome(group: string, at: string, now: string): void {
	if (at <= now) return;
	throw refuseInvalid(
		`${group}.to-come`,
		'This time is in the future. Nothing was changed. Record it after it has happened.',
		'at'
	);
}

/**
 * Makes a pair of operations for a date of a row: one sets it, to now or to an earlier instant `at`;
 * the other clears it, with the dates that were set at the same time. With `changedAt`, the version
 * that the caller read, both refuse when the row changed since.
 */
export function marks<Column extends string>(
	thing: Dated<Column>,
	{ path, column, verb, also = [], mark, unmark }: Parts<Column>
) {
	const http = { path: `/${thing.noun}s/{id}/${path}` };
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
				[column]: 'This is already recorded. Nothing was changed. Continue with the next step.',
				...mark.refuses
			};
			for (const [date, sentence] of Object.entries(refuses) as [Column, string][]) {
				if (row[date]) throw refuseConflict(`${thing.group}.noted-already`, sentence);
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
			/** the date that was cleared, for the undo */
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
			// If setting this date was the row's last change, clearing it restores the row as it was before.
			const last = at === row.changedAt && at === input.changedAt;
			const rests = !last && (unmark.later ?? []).some((date) => row[date] !== null);
			const newer = input.changedAt !== undefined && input.changedAt !== row.changedAt;
			if (!at || rests || newer) throw changedSince(thing.group);
			const setTogether = also.filter((each) => row[each] === at);
			await setDates(context, input.id, [column, ...setTogether], null, unmark.event);
			return { id: input.id, changedAt: context.now, at };
		}
	});

	return [marking, unmarking] as const;
}
