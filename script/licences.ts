import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * Generates `docs/security/licences.md` from the lockfile: every package that runs in production or is
 * built into the pages, with its licence. `node script/licences.ts` writes it, `--check` compares it.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const document = 'docs/security/licences.md';

/** Build packages whose code becomes part of `build/`. */
const builtIn = ['@sveltejs/adapter-node', '@sveltejs/kit', 'svelte'];

/** Licences compatible with AGPL-3.0-or-later (gnu.org/licenses/license-list). */
const allowed = new Set([
	'0BSD',
	'Apache-2.0',
	'BlueOak-1.0.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'CC0-1.0',
	'ISC',
	'MIT',
	'MPL-2.0',
	'OFL-1.1',
	'PSF-2.0',
	'Python-2.0',
	'Unlicense',
	'Zlib'
]);

/** Exceptions: packages with another licence, and why they are allowed. */
const exceptions: Readonly<Record<string, string>> = {
	'date-holidays (ISC AND CC-BY-3.0)':
		'The code is ISC. The table of holidays is data, under CC-BY-3.0 by its package.json and CC BY-SA 3.0 by its README; it is shipped unchanged beside the program, with its sources in `data/countries/`.'
};

interface Locked {
	version?: string;
	license?: string;
	dependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}

export interface Package {
	name: string;
	version: string;
	licence: string;
	/** folder below the project, `node_modules/pg` */
	path: string;
	/** whether it is a build package, whose code is in the pages or the server bundle */
	built: boolean;
}

function locked(): Record<string, Locked> {
	const text = readFileSync(join(root, 'package-lock.json'), 'utf8');
	return (JSON.parse(text) as { packages: Record<string, Locked> }).packages;
}

/** The path of a package as Node resolves it from the folder of another. */
function pathOf(packages: Record<string, Locked>, from: string, name: string): string | undefined {
	for (let at = from; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
		const path = `${at}/node_modules/${name}`;
		if (packages[path]) return path;
	}
	return packages[`node_modules/${name}`] ? `node_modules/${name}` : undefined;
}

function reachedFrom(packages: Record<string, Locked>, first: string[]): Set<string> {
	const reached = new Set<string>();
	const waiting = first.flatMap((name) => pathOf(packages, '', name) ?? []);
	for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
		if (reached.has(path)) continue;
		reached.add(path);
		const { dependencies, optionalDependencies } = packages[path] ?? {};
		for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
			const next = pathOf(packages, path, name);
			if (next) waiting.push(next);
		}
	}
	return reached;
}

/** All shipped packages, sorted by name. */
export function shippedPackages(): Package[] {
	const packages = locked();
	const { dependencies, optionalDependencies } = packages[''] ?? {};
	const running = reachedFrom(packages, Object.keys({ ...dependencies, ...optionalDependencies }));
	const all = new Set([...running, ...reachedFrom(packages, builtIn)]);
	return [...all]
		.map((path) => ({
			name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
			version: packages[path]?.version ?? '',
			licence: packages[path]?.license ?? 'none',
			path,
			built: !running.has(path)
		}))
		.sort((one, other) => (`${one.name} ${one.path}` < `${other.name} ${other.path}` ? -1 : 1));
}

/** Evaluates an SPDX expression: with OR one allowed licence is enough, with AND all must be allowed. */
function isAllowed(licence: string): boolean {
	const plain = licence.replace(/^\((.*)\)$/, '$1');
	return plain.includes(' OR ')
		? plain.split(' OR ').some(isAllowed)
		: plain.split(' AND ').every((each) => allowed.has(each));
}

/** The packages with a licence that is not allowed, as sentences. */
export function refusedLicences(packages = shippedPackages()): string[] {
	return packages
		.filter(({ name, licence }) => !isAllowed(licence) && !exceptions[`${name} ${licence}`])
		.map(({ name, version, licence }) => `${name} ${version} is under ${licence}`);
}

/** Formats a Markdown table with aligned columns; the first row is the header. */
function table(rows: string[][]): string {
	const widths = (rows[0] ?? []).map((_, at) =>
		Math.max(...rows.map((row) => row[at]?.length ?? 0))
	);
	const line = (cells: string[]): string =>
		`| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
	const [head = [], ...rest] = rows;
	return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}

/** The document; deterministic for the same lockfile. */
export function licencesDocument(packages = shippedPackages()): string {
	const counts = new Map<string, number>();
	for (const { licence } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1);
	const sorted = [...counts].sort(
		([one, many], [other, more]) => more - many || (one < other ? -1 : 1)
	);
	const rows = packages.map(({ name, version, licence, built }) => [
		name,
		version,
		licence,
		built ? 'built in' : 'runs'
	]);
	return `${[
		'<!-- Generated by `npm run licences`; never edit it. -->',
		'# Licences of what is shipped',
		'Imago is under AGPL-3.0-or-later. These packages run with it in production, or belong to those whose code is built into its pages and its server. `script/check --long` refuses a licence that `script/licences.ts` does not allow. A package that is listed twice is installed in two places.',
		sorted.map(([licence, count]) => `- ${licence}: ${String(count)}`).join('\n'),
		...Object.entries(exceptions).map(([name, why]) => `**${name}**: ${why}`),
		table([['package', 'version', 'licence', 'how'], ...rows])
	].join('\n\n')}\n`;
}

function main(): number {
	const refused = refusedLicences();
	for (const sentence of refused) process.stderr.write(`${sentence}, which is not on the list.\n`);
	const made = licencesDocument();
	const path = join(root, document);
	if (!argv.includes('--check')) writeFileSync(path, made);
	else if (!existsSync(path) || readFileSync(path, 'utf8') !== made) {
		process.stderr.write(`${document} is not current. Run npm run licences.\n`);
		return 1;
	}
	return refused.length === 0 ? 0 : 1;
}

if (argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main();
