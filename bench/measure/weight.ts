import { Connection } from './connection.ts';

/** Bytes of a first load, gzipped, by what they are. */
export interface Weight {
	script: number;
	style: number;
}

const kinds: [RegExp, keyof Weight][] = [
	[/\.m?js$/, 'script'],
	[/\.css$/, 'style']
];

/** Imports that a module cannot run without; `import(…)` waits until it is asked for. */
const staticImports =
	/(?:^|[;}\s])(?:import|export)\b(?:[^'"();]*?\bfrom)?\s*["']([^"']+\.m?js)["']/g;

/**
 * What the HTML names: preloaded modules, style sheets, and what its own script starts with.
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

/** Loads a page as a browser with an empty cache does, and weighs what comes after its HTML. */
export async function weigh(
	origin: string,
	headers: Record<string, string>,
	page: string
): Promise<Weight> {
	const plain = new Connection(origin, headers);
	const packed = new Connection(origin, { ...headers, 'accept-encoding': 'gzip' });
	const weight: Weight = { script: 0, style: 0 };
	const html = (await plain.page(page)).body.toString();
	const waiting = namedIn(html, page);
	const seen = new Set<string>();
	for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
		const kind = kinds.find(([ending]) => ending.test(path!))?.[1];
		if (!kind || seen.has(path)) continue;
		seen.add(path);
		weight[kind] += (await packed.page(path)).body.length;
		if (kind !== 'script') continue;
		const text = (await plain.page(path)).body.toString('utf8');
		const imports = [...text.matchAll(staticImports)].map(([, address = '']) => address);
		waiting.push(...imports.map((address) => resolved(address, path!)));
	}
	plain.close();
	packed.close();
	return weight;
}
