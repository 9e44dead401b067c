/** Due jobs of one workspace and one kind. */
export interface Share {
	/** empty for work of the instance */
	workspaceId: string;
	kind: string;
}

/** What of it is under way in this process. */
export interface UnderWay extends Share {
	/** it takes seconds; see `JobHandler.slow` */
	slow: boolean;
}

/** Jobs that one process does at once; of these so many may be slow, so that a place is left [D]. */
export const mostAtOnce = 3;
export const mostSlowAtOnce = 2;

/** Workspaces whose last turn is remembered; whoever is forgotten comes first. */
const mostRemembered = 10_000;

/**
 * Whose job is next: the workspace that waited longest for a turn, whatever number of jobs each has
 * queued. Of one workspace and kind one job is done at a time, and one slow one of all its kinds.
 */
export class JobTurns {
	readonly #last = new Map<string, number>();
	#turn = 0;

	/** Shares in the order of their turns; those that waited equally long stay as they come. */
	inOrder(shares: readonly Share[]): Share[] {
		const last = ({ workspaceId }: Share): number => this.#last.get(workspaceId) ?? 0;
		return shares.toSorted((one, other) => last(one) - last(other));
	}

	/** The share had its turn. */
	took({ workspaceId }: Share): void {
		this.#turn += 1;
		this.#last.delete(workspaceId);
		this.#last.set(workspaceId, this.#turn);
		if (this.#last.size <= mostRemembered) return;
		const oldest = this.#last.keys().next();
		if (!oldest.done) this.#last.delete(oldest.value);
	}
}

/** Whether a job of a share may begin beside what is under way. */
export function mayBegin({ workspaceId, kind, slow }: UnderWay, underWay: readonly UnderWay[]) {
	if (underWay.length >= mostAtOnce) return false;
	const own = underWay.filter((each) => each.workspaceId === workspaceId);
	if (own.some((each) => each.kind === kind)) return false;
	if (!slow) return true;
	const slowOnes = underWay.filter((each) => each.slow);
	return slowOnes.length < mostSlowAtOnce && !own.some((each) => each.slow);
}
