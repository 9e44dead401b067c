import { compareTargets, type Answers, type Target } from '../measure/answers.ts';
import type { Pace } from '../measure/pace.ts';
import { addWorkspaces } from '../season/workspaces.ts';
import type { Row } from '../table.ts';
import { searchPaths } from './searches.ts';

/** The pages of one workspace, measured while others are added. */
export interface ScaleTarget {
	origin: string;
	cookie: string;
	interviewId: string;
	adminUrl: string;
	/** total numbers of workspaces, in increasing order */
	sizes: readonly number[];
}

function pagesOf({ origin, cookie, interviewId }: ScaleTarget): Record<string, Target> {
	const headers = { cookie, accept: 'text/html' };
	return {
		Today: { origin, headers, paths: ['/'] },
		People: { origin, headers, paths: ['/people'] },
		'an interview': { origin, headers, paths: [`/interviews/${interviewId}`] },
		search: { origin, headers, paths: searchPaths('/find?words=') }
	};
}

function rowOf(name: string, size: number, of: Answers, smallest: Answers | undefined): Row {
	return {
		what: 'page p99, of one workspace',
		on: `${name}, ${size.toLocaleString('en')} workspaces of 500 people`,
		value: of.p99,
		unit: 'ms',
		...(smallest ? { ratio: of.p99 / smallest.p99, ratioLimit: { most: 1.2 } } : {})
	};
}

/** p99 of one workspace's pages at each size, with the ratio to the smallest size. */
export async function measureScale(
	target: ScaleTarget,
	pace: Pace,
	say: (text: string) => void
): Promise<Row[]> {
	const rows: Row[] = [];
	let smallest: Record<string, Answers> | undefined;
	let existing = 1;
	for (const size of target.sizes) {
		say(`Adding workspaces until there are ${size.toLocaleString('en')}.`);
		await addWorkspaces(target.adminUrl, size - existing);
		existing = size;
		const measured = await compareTargets(pagesOf(target), {
			...pace,
			requests: pace.requests * 2
		});
		for (const [name, answers] of Object.entries(measured)) {
			rows.push(rowOf(name, size, answers, smallest?.[name]));
		}
		smallest ??= measured;
	}
	return rows;
}
