import { Connection } from './connection.ts';

/** Bytes of a first load, gzipped, by what they are. */
export interface Weight {
	script: number;
	style: number;
	fonts: number;
}

const kinds: [RegExp, keyof Weight][] = [
	[/\.m?js$/, 'script'],
	[/\.css$/, 'style'],
	[/\.woff2?$/, 'fonts']
];

/** Imports that a module cannot run without; `import(…)` waits until it is asked for. */
const staticImports =
	/(?:^|[;}\s])(?:import|export)\b(?:[^'"();]*?\bfrom)?\s*["']([^"']+\.m?js)["']/g;
const styleAddresses = /url\((["']?)([^"')]+)\1\)/g;

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

/** Fonts of a style sheet that a page in Latin letters needs; others wait for their letters. */
function fontsIn(style: string, path: string): string[] {
	const faces = [...style.matchAll(/@font-face\s*\{[^}]*\}/g)].map(([face]) => face);
	const latin = faces.filter(
		(face) => !face.includes('unicode-range') || /U\+0{0,4}-0*FF/i.test(face)
	);
	return latin.flatMap((face) =>
		[...face.matchAll(styleAddresses)].map(([, , address]) => resolved(address ?? '', path))
	);
}

function importsOf(kind: keyof Weight, text: string, path: string): string[] {
	if (kind === 'style') return fontsIn(text, path);
	if (kind === 'fonts') return [];
	return [...text.matchAll(staticImports)].map(([, address]) => resolved(address ?? '', path));
}

/** Loads a page as a browser with an empty cache does, and weighs what comes after its HTML. */
export async function weigh(
	origin: string,
	headers: Record<string, string>,
	page: string
): Promise<Weight> {
	const plain = new Connection(origin, headers);
	const packed = new Connection(origin, { ...headers, 'accept-encoding': 'gzip' });
	const weight: Weight = { script: 0, style: 0, fonts: 0 };
	const html = (await plain.page(page)).body.toString();
	const waiting = namedIn(html, page);
	const seen = new Set<string>();
	for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
		const kind = kinds.find(([ending]) => ending.test(path!))?.[1];
		if (!kind || seen.has(path)) continue;
		seen.add(path);
		weight[kind] += (await packed.page(path)).body.length;
		const text = (await plain.page(path)).body.toString('utf8');
		waiting.push(...importsOf(kind, text, path));
	}
	plain.close();
	packed.close();
	return weight;
}
