import { z } from 'zod';
import { missing } from '#kernel/refusal.ts';
import { businessCalendar } from '#features/account/reads/calendar.server.ts';
import { updateDueOn } from '#features/outreach/rules/updates.ts';
import { operation, type Context } from '#server/perform.ts';
import { MOST_WAITING } from '#features/interviews/rules/asking.ts';
import { boardLede, boardOrder } from '../rules/board.ts';
import { nextOf, type BoardThread } from '../rules/next.ts';
import { isWaiting, type Stage, stageNames } from '#method/stage.ts';
import { momentOf, type Moment } from '../rules/today-step.ts';
import { id, stage } from '#features/interviews/schemas.ts';
import { list, type StageColumn } from '../schemas.ts';
import * as interviews from '#features/interviews/reads/interviews.server.ts';
import { threadFacts, withCadence, type ThreadFacts } from '../reads/threads.server.ts';

const ON_PAGE = 50;

/** A card with its sort keys. */
function placed(facts: ThreadFacts & BoardThread, moment: Moment) {
	const next = nextOf(facts, moment);
	const { id: interviewId, stage: at, since, personName, place } = facts;
	const theme = { id: facts.themeId, title: facts.themeTitle, seat: facts.themeSeat };
	const card = { id: interviewId, personName, place, theme, stage: at, next };
	return { card, since, personName, next };
}
type Placed = ReturnType<typeof placed>;

function column(of: Stage, count: number, cards: Placed[]): StageColumn {
	return { stage: of, name: stageNames[of], count, cards: cards.map(({ card }) => card) };
}

type Finished = Extract<Stage, 'thanked' | 'closed'>;

/** Thanked or closed interviews of a page, sorted by that date. */
async function finishedPage(
	{ scope }: Context,
	of: Finished,
	limit: number,
	moment: Moment,
	after?: string
): Promise<Placed[]> {
	const last = after === undefined ? undefined : await interviews.interviewOf(scope, after);
	if (after !== undefined && !last) throw missing('interview');
	const at = of === 'closed' ? last?.closedAt : last?.thankedAt;
	const threads = await interviews.finishedThreads(
		scope,
		of,
		limit,
		last && at ? { at, id: last.id } : undefined
	);
	return threads.map((thread) => placedFinished(thread, moment));
}

function placedFinished(
	thread: Awaited<ReturnType<typeof interviews.finishedThreads>>[number],
	moment: Moment
): Placed {
	const { closedBecause, heldAt, toldAt } = thread;
	const tellOn = toldAt ? undefined : updateDueOn({ heldAt }, moment.zone);
	return placed({ ...threadFacts(thread), closedBecause, tellOn }, moment);
}

/**
 * Interviews by stage with the next step of each, for board and list. Without a stage: every open
 * stage with at most 12 cards, and the number of closed ones. With a stage: that one, 50 per page.
 * @param after the last id of the page before
 * @refuses `interview.missing` when `after` is unknown
 */
export const listInterviews = operation({
	name: 'interviews.list',
	http: { verb: 'GET', path: '/interviews' },
	summary: 'List interviews by stage, with their next steps',
	effect: 'read',
	input: z.object({ stage: stage.optional(), after: id.optional() }),
	output: list,
	example: {},
	run: async (context, input) => {
		const { scope, now } = context;
		const [calendar, threads, { held, closed, thanked }] = await Promise.all([
			businessCalendar(scope),
			interviews.openThreads(scope),
			interviews.countFinished(scope)
		]);
		const moment = momentOf(now, calendar.zone);
		const facts = withCadence(threads, now, calendar);
		const open = boardOrder(facts.map((thread) => placed(thread, moment)));
		const ahead = open.filter((each) => each.card.stage === 'agreed').length;
		const waiting = threads.filter(isWaiting).length;
		const common = {
			lede: boardLede(held, ahead, waiting),
			closedCount: closed,
			held,
			ahead,
			waiting: { count: waiting, of: MOST_WAITING }
		};
		const counts = { thanked, closed };
		if (input.stage) {
			const of = input.stage;
			const restingOnes = of === 'thanked' || of === 'closed';
			const inStage = restingOnes
				? await finishedPage(context, of, ON_PAGE + 1, moment, input.after)
				: pageAfter(
						open.filter((each) => each.card.stage === of),
						input.after
					);
			const cards = inStage.slice(0, ON_PAGE);
			const count = restingOnes ? counts[of] : open.filter((each) => each.card.stage === of).length;
			const more = inStage.length > ON_PAGE ? (cards.at(-1)?.card.id ?? null) : null;
			return { ...common, columns: [column(of, count, cards)], after: more };
		}
		const columns = (['to-ask', 'asked', 'agreed', 'talked'] as const).map((of) => {
			const cards = open.filter((each) => each.card.stage === of);
			return column(of, cards.length, cards.slice(0, interviews.IN_COLUMN));
		});
		const newest = thanked > 0 ? await interviews.newestThanked(scope) : [];
		const rest = newest.map((thread) => placedFinished(thread, moment));
		return { ...common, columns: [...columns, column('thanked', thanked, rest)], after: null };
	}
});

function pageAfter(cards: Placed[], after: string | undefined): Placed[] {
	if (after === undefined) return cards;
	const at = cards.findIndex((each) => each.card.id === after);
	if (at < 0) throw missing('interview');
	return cards.slice(at + 1);
}
