import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as reading from '#features/people/reading/limits.ts';
import { defaultAdmission } from '#server/admission-queue.ts';
import { freshMinutes, idleDays, mostDays } from '#server/auth/cookie.ts';
import { leastPasswordLength, mostPasswordLength } from '#server/auth/password.ts';
import { readConfig } from '#server/config.ts';
import { mostUnpacked } from '#server/transfer/export-format.ts';
import { mostAtOnce, mostSlowAtOnce } from '#server/job-schedule.ts';
import { limits, type Limit } from '#server/rate-limiter.ts';
import { projectRoot } from '#server/project-root.ts';
import { usualBodyBytes } from '#surfaces/json-body.ts';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const guide = read('docs/security/measures.md');
const section = (name: string): string => guide.split(`\n## ${name}\n`)[1]?.split('\n## ')[0] ?? '';
const megabytes = (bytes: number): string => `${bytes / (1024 * 1024)} MB`;
const counted = ({ most, minutes }: Limit): string =>
	`${most} in ${minutes} minute${minutes === 1 ? '' : 's'}`;

test('the numbers in measures.md are those of the code', () => {
	for (const limit of Object.values(limits)) expect(section('Limits')).toContain(counted(limit));
	expect(section('Limits')).toContain(`| ${megabytes(usualBodyBytes)} `);
	const upload = megabytes(readConfig({}).uploadLimit);
	expect(section('Limits')).toContain(`${upload}, unpacked ${megabytes(mostUnpacked)}`);
	expect([reading.longestUpload, reading.mostUnpacked]).toEqual([
		readConfig({}).uploadLimit,
		mostUnpacked
	]);
	for (const number of [reading.mostEntries, reading.mostRows]) {
		expect(section('Files')).toContain(number.toLocaleString('en'));
	}
	expect(section('Signing in')).toContain(
		`${leastPasswordLength} to ${mostPasswordLength} characters`
	);
	expect(section('Heavy work')).toContain(
		`${mostAtOnce} at once, ${mostSlowAtOnce} of them slow ones`
	);
	const { activePerClient, activePerNetwork, longRunningMillis } = defaultAdmission;
	expect(section('Limits')).toMatch(
		new RegExp(`requests worked on at once: .*\\| ${activePerClient}, ${activePerNetwork} `)
	);
	expect(section('Limits')).toContain(`of those begun within ${longRunningMillis} ms`);
	const sessions = section('Sessions');
	expect(sessions).toContain(`after ${idleDays} days without a request, after ${mostDays} days`);
	expect(sessions).toContain(`fresh for ${freshMinutes} minutes`);
});

test('every table has a data class', () => {
	const schema = read('db/schema.sqlite.sql');
	const tables = [...schema.matchAll(/^CREATE (?:VIRTUAL )?TABLE "?(\w+)/gm)].map(
		([, name]) => name
	);
	const lists = [...section('Data').matchAll(/Tables:\s([^.]+)\./g)].map(([, list = '']) => list);
	const classed = lists.flatMap((list) => [...list.matchAll(/`(\w+)`/g)].map(([, name]) => name));
	expect(lists).toHaveLength(4);
	expect(classed.sort()).toEqual(tables.sort());
});
