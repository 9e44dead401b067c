import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	JobSchedule,
	mayBegin,
	mostAtOnce,
	mostSlowAtOnce,
	type UnderWay
} from './job-schedule.ts';

const share = fc.record({
	workspaceId: fc.constantFrom('mara', 'nadia', 'joan'),
	kind: fc.constantFrom('import', 'deliver', 'holidays')
});

test('the workspace that waited longest is next, whatever others have queued', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(share, { minLength: 1, selector: (each) => JSON.stringify(each) }),
			(shares) => {
				const turns = new JobSchedule();
				const workspaces = new Set(shares.map(({ workspaceId }) => workspaceId));
				const served: string[] = [];
				for (let at = 0; at < 4 * workspaces.size; at += 1) {
					const [next] = turns.inOrder(shares);
					if (!next) throw new Error('Somebody is always next.');
					turns.recordTurn(next);
					served.push(next.workspaceId);
				}
				// In each round every workspace has one turn.
				for (let at = 0; at < served.length; at += workspaces.size) {
					expect(new Set(served.slice(at, at + workspaces.size))).toEqual(workspaces);
				}
			}
		)
	);
});

test('no limit is exceeded, and a quick job always finds a place beside slow ones', () => {
	const job = fc.tuple(share, fc.boolean()).map(([each, slow]) => ({ ...each, slow }));
	fc.assert(
		fc.property(fc.array(job), (candidates) => {
			const underWay: UnderWay[] = [];
			for (const each of candidates) if (mayBegin(each, underWay)) underWay.push(each);
			expect(underWay.length).toBeLessThanOrEqual(mostAtOnce);
			const slow = underWay.filter((each) => each.slow);
			expect(slow.length).toBeLessThanOrEqual(mostSlowAtOnce);
			expect(new Set(slow.map(({ workspaceId }) => workspaceId)).size).toBe(slow.length);
			const shares = underWay.map(({ workspaceId, kind }) => `${workspaceId} ${kind}`);
			expect(new Set(shares).size).toBe(shares.length);
		})
	);
	expect(mostSlowAtOnce).toBeLessThan(mostAtOnce);
});
