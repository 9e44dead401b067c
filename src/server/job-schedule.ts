/** Due jobs of one workspace and one kind. */
export interface Share {
	/** empty for work of the instance */
	workspaceId: string;
	kind: string;
}

/** A job that runs in this process. */
export interface UnderWay extends Share {
	/** whether it takes seconds; see `JobHandler.slow` */
	slow: boolean;
}

/**
 * Jobs that one process runs at once, and how many of these may be slow, so that quick jobs are not
 * blocked [D].
 */
export const mostAtOnce = 3;
export const mostSlowAtOnce = 2;

/** Workspaces whose last turn is remembered; one that is not remembered comes first. */
const mostRemembered = 10_000;

/**
 * Schedules jobs fairly between workspaces: the workspace whose last job started the longest ago is
 * next, whatever number of jobs each has queued. Of one workspace and kind one job runs at a time,
 * and of one workspace one slow job.
 */
export class JobSchedule {
	readonly #last = new Map<string, number>();
	#turn = 0;

	/**
	 * The shares by the last turn of their workspace, the oldest first; equal ones keep their order.
	 */
	inOrder(shares: readonly Share[]): Share[] {
		const last = ({ workspaceId }: Share): number => this.#last.get(workspaceId) ?? 0;
		return shares.toSorted((one, other) => last(one) - last(other));
	}

	/** Records that a job of the share was started. */
	recordTurn({ workspaceId }: Share): void {
		this.#turn += 1;
		this.#last.delete(workspaceId);
		this.#last.set(workspaceId, this.#turn);
		if (this.#last.size <= mostRemembered) return;
		const oldest = this.#last.keys().next();
		if (!oldest.done) this.#last.delete(oldest.value);
	}
}

/** Whether a job of a share may start beside the jobs that run in this process. */
export function mayBegin({ workspaceId, kind, slow }: UnderWay, underWay: readonly UnderWay[]) {
	if (underWay.length >= mostAtOnce) return false;
	const own = underWay.filter((each) => each.workspaceId === workspaceId);
	if (own.some((each) => each.kind === kind)) return false;
	if (!slow) return true;
	const slowOnes = underWay.filter((each) => each.slow);
	return slowOnes.length < mostSlowAtOnce && !own.some((each) => each.slow);
}
