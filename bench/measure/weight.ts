import { Connection } from './connection.ts';

/** Gzipped bytes of a first load, by type. */
export interface Weight {
	script: number;
	style: number;
}

const kinds: [RegExp, keyof Weight][] = [
	[/\.m?js$/, 'script'],
	[/\.css$/, 'style']
];

/** Static imports of a module; `import(…)` is loaded later. */
const staticImports =
	/(?:^|[;}\s])(?:import|export)\b(?:[^'"();]*?\bfrom)?\s*["']([^"']+\.m?js)["']/g;

/**
 * Finds the resources that the HTML names: preloaded modules, style sheets, and the modules that its
 * script imports.
 * @returns absolute paths
 */
function namedIn(html: string, path: string): string[] {
	const found: string[] = [];
	for (const [tag] of html.matchAll(/<link\b[^>]*>/g)) {
		if (!/rel="?(modulepreload|preload|stylesheet)\b/.test(tag)) continue;
		found.push(/href="?([^"\s>]+)/.exec(tag)?.[1] ?? '');
	}
	for (const [, source] of html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g))
		found.push(source ?? '');
	for (const [, source] of html.matchAll(/\bimport\("([^"]+)"\)/g)) found.push(source ?? '');
	return found.filter(Boolean).map((address) => resolved(address, path));
}

function resolved(address: string, from: string): string {
	return new URL(address, `http://page.example${from}`).pathname;
}

/** Loads a page as a browser with an empty cache does, and sums the bytes of its scripts and styles. */
export async function weigh(
	origin: string,
	headers: Record<string, string>,
	page: string
): Promise<Weight> {
	const plain = new Connection(origin, headers);
	const gzipped = new Connection(origin, { ...headers, 'accept-encoding': 'gzip' });
	const weight: Weight = { script: 0, style: 0 };
	const html = (await plain.page(page)).body.toString();
	const queue = namedIn(html, page);
	const loaded = new Set<string>();
	for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
		const kind = kinds.find(([ending]) => ending.test(path!))?.[1];
		if (!kind || loaded.has(path)) continue;
		loaded.add(path);
		weight[kind] += (await gzipped.page(path)).body.length;
		if (kind !== 'script') continue;
		const text = (await plain.page(path)).body.toString('utf8');
		const imports = [...text.matchAll(staticImports)].map(([, address = '']) => address);
		queue.push(...imports.map((address) => resolved(address, path!)));
	}
	plain.close();
	gzipped.close();
	return weight;
}
