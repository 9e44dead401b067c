import { sideBySide, type Answers, type Target } from '../measure/answers.ts';
import type { Pace } from '../measure/pace.ts';
import { addWorkspaces } from '../season/workspaces.ts';
import type { Row } from '../table.ts';
import { searchPaths } from './searches.ts';

/** One workspace's pages while others come to live beside it. */
export interface Neighbourhood {
	origin: string;
	cookie: string;
	interviewId: string;
	adminUrl: string;
	/** how many workspaces there are in all, step by step */
	sizes: readonly number[];
}

function pagesOf({ origin, cookie, interviewId }: Neighbourhood): Record<string, Target> {
	const headers = { cookie, accept: 'text/html' };
	return {
		Today: { origin, headers, paths: ['/'] },
		People: { origin, headers, paths: ['/people'] },
		'an interview': { origin, headers, paths: [`/interviews/${interviewId}`] },
		search: { origin, headers, paths: searchPaths('/find?words=') }
	};
}

function rowOf(name: string, size: number, of: Answers, least: Answers | undefined): Row {
	return {
		what: 'page p99, of one workspace',
		on: `${name}, ${size.toLocaleString('en')} workspaces of 500 people`,
		value: of.p99,
		unit: 'ms',
		...(least ? { ratio: of.p99 / least.p99, ratioLimit: { most: 1.2 } } : {})
	};
}

/** p99 of one workspace's pages at each size; the ratio is to the smallest. */
export async function measureScale(
	place: Neighbourhood,
	pace: Pace,
	say: (text: string) => void
): Promise<Row[]> {
	const rows: Row[] = [];
	let least: Record<string, Answers> | undefined;
	let there = 1;
	for (const size of place.sizes) {
		say(`Adding workspaces until there are ${size.toLocaleString('en')}.`);
		await addWorkspaces(place.adminUrl, size - there);
		there = size;
		const measured = await sideBySide(pagesOf(place), { ...pace, requests: pace.requests * 2 });
		for (const [name, answers] of Object.entries(measured)) {
			rows.push(rowOf(name, size, answers, least?.[name]));
		}
		least ??= measured;
	}
	return rows;
}
