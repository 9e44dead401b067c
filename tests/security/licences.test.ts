import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';
import { licencesDocument, refusedLicences, shippedPackages } from '../../script/licences.ts';

const packages = shippedPackages();

test('the list is of the packages that are installed', () => {
	expect(readFileSync(join(projectRoot, 'docs/security/licences.md'), 'utf8')).toBe(
		licencesDocument(packages)
	);
	// Node binaries for other platforms are in the lockfile only.
	const here = packages.filter(({ name }) => !/^node-(bin-)?\w+-\w+$/.test(name));
	expect(here.length).toBeGreaterThan(100);
	for (const { path, version, licence } of here) {
		const own = JSON.parse(readFileSync(join(projectRoot, path, 'package.json'), 'utf8')) as Record<
			string,
			unknown
		>;
		expect([path, own.version, own.license]).toEqual([path, version, licence]);
	}
});

test('a licence that is not on the list is refused, and none of those here is', () => {
	expect(refusedLicences(packages)).toEqual([]);
	const of = (licence: string) =>
		refusedLicences([
			{ name: 'x', version: '1.0.0', licence, path: 'node_modules/x', built: false }
		]);
	for (const licence of ['SSPL-1.0', 'BUSL-1.1', 'none', 'UNLICENSED', '(MIT AND SSPL-1.0)']) {
		expect(of(licence)).toEqual([`x 1.0.0 is under ${licence}`]);
	}
	for (const licence of ['MIT', '(MIT OR SSPL-1.0)', 'ISC AND MIT'])
		expect(of(licence)).toEqual([]);
});
