import type { BareReads } from '../bare-engine.ts';
import { compareTargets, type Answers, type Target } from '../measure/answers.ts';
import { Connection } from '../measure/connection.ts';
import type { Pace } from '../measure/pace.ts';
import type { Row } from '../table.ts';
import { searchPaths, slowestKind } from './searches.ts';

export interface SignedInServer {
	origin: string;
	cookie: string;
	key: string;
	themeId: string;
	interviewId: string;
	/** id of an interview whose talk was held */
	heldId: string;
	/** the numbers of people and interviews, in words */
	on: string;
}

const searchEndpoints = {
	palette: '/find?words=',
	people: '/people?words=',
	rest: '/api/v1/people?words='
};

function targetsOf(server: SignedInServer): Record<string, Target> {
	const { origin } = server;
	const page = { cookie: server.cookie, accept: 'text/html' };
	const program = { authorization: `Bearer ${server.key}` };
	const near = `themeId=${server.themeId}`;
	return {
		'Today /': { origin, headers: page, paths: ['/'] },
		'People /people': { origin, headers: page, paths: ['/people'] },
		'an interview': { origin, headers: page, paths: [`/interviews/${server.interviewId}`] },
		'the brief': { origin, headers: page, paths: [`/interviews/${server.interviewId}/prepare`] },
		'the talk': { origin, headers: page, paths: [`/interviews/${server.interviewId}/talk`] },
		Reflect: { origin, headers: page, paths: [`/interviews/${server.heldId}/reflect`] },
		'Decide, 1,000 insights': { origin, headers: page, paths: ['/decide'] },
		[searchEndpoints.palette]: {
			origin,
			headers: page,
			paths: searchPaths(searchEndpoints.palette)
		},
		[searchEndpoints.people]: { origin, headers: page, paths: searchPaths(searchEndpoints.people) },
		[searchEndpoints.rest]: { origin, headers: program, paths: searchPaths(searchEndpoints.rest) },
		'near, page': { origin, headers: page, paths: [`/people?${near}`] },
		'near, REST': { origin, headers: program, paths: [`/api/v1/people?${near}`] }
	};
}

/** Splits the targets into those that answer 200 and rows that name the status of the others. */
async function splitByStatus(
	targets: Record<string, Target>
): Promise<[Record<string, Target>, Row[]]> {
	const available: Record<string, Target> = {};
	const missing: Row[] = [];
	for (const [name, target] of Object.entries(targets)) {
		const connection = new Connection(target.origin, target.headers);
		const { status } = await connection.get(target.paths[0]!);
		connection.close();
		if (status === 200) available[name] = target;
		else {
			const because = `answered ${status}`;
			missing.push({ what: 'not measured', on: name, value: undefined, unit: 'ms', because });
		}
	}
	return [available, missing];
}

function pageRows(on: string, of: Answers, bare: Answers): Row[] {
	const ms = 'ms' as const;
	return [
		{ what: 'page p50', on, value: of.p50, unit: ms, limit: { most: 4 }, ratio: of.p50 / bare.p50 },
		{
			what: 'page p99',
			on,
			value: of.p99,
			unit: ms,
			limit: { most: 13 },
			ratio: of.p99 / bare.p99
		},
		{
			what: 'page, 8 connections',
			on,
			value: of.perSecond,
			unit: 'req/s',
			limit: { least: 660 },
			ratio: of.perSecond / bare.perSecond,
			ratioLimit: { least: 0.45 }
		}
	];
}

function searchRows(endpoint: string, of: Answers, engine: number): Row[] {
	const on = `${endpoint}…`;
	const [kind, slowest] = slowestKind(endpoint, of.byPath);
	return [
		{
			what: 'search p50',
			on,
			value: of.p50,
			unit: 'ms',
			limit: { most: 5 },
			ratio: of.p50 / engine
		},
		{ what: 'search p99', on, value: of.p99, unit: 'ms', limit: { most: 12 } },
		{ what: `slowest: ${kind}`, on, value: slowest, unit: 'ms' },
		{
			what: 'search, 8 connections',
			on,
			value: of.perSecond,
			unit: 'req/s',
			limit: { least: 250 }
		}
	];
}

function nearRow(on: string, of: Answers, engine: number): Row {
	return {
		what: 'people near a theme, p50',
		on,
		value: of.p50,
		unit: 'ms',
		limit: { most: 60 },
		ratio: of.p50 / engine,
		ratioLimit: { most: 5 }
	};
}

function bareRows(bare: Answers, engine: BareReads): Row[] {
	const on = 'Kit, 50 rows';
	return [
		{ what: 'bare: page p50', on, value: bare.p50, unit: 'ms' },
		{ what: 'bare: page p99', on, value: bare.p99, unit: 'ms' },
		{ what: 'bare: page, 8 connections', on, value: bare.perSecond, unit: 'req/s' },
		{ what: 'bare: list of 50', on: 'SQLite', value: engine.list, unit: 'ms' },
		{ what: 'bare: trigram search', on: 'SQLite, 50 found', value: engine.search, unit: 'ms' },
		{
			what: 'bare: one pass over titles',
			on: 'in memory, 12 titles',
			value: engine.titles,
			unit: 'ms'
		}
	];
}

/** Measures pages and searches of a signed-in explorer, compared with the bare page. */
export async function measurePages(
	server: SignedInServer,
	bareOrigin: string,
	engine: BareReads,
	pace: Pace
): Promise<Row[]> {
	const [available, missing] = await splitByStatus(targetsOf(server));
	const bare: Target = { origin: bareOrigin, headers: { accept: 'text/html' }, paths: ['/'] };
	const measured = await compareTargets({ bare, ...available } as Record<string, Target>, pace);
	const floor = measured.bare!;
	const rows = bareRows(floor, engine);
	for (const name of Object.keys(available)) {
		const answers = measured[name]!;
		if (Object.values(searchEndpoints).includes(name))
			rows.push(...searchRows(name, answers, engine.search));
		else if (name.startsWith('near'))
			rows.push(nearRow(`12 titles, ${name.slice(6)}`, answers, engine.titles));
		else rows.push(...pageRows(`${name}, ${server.on}`, answers, floor));
	}
	return [...rows, ...missing];
}
