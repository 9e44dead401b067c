import { Connection } from '../measure/connection.ts';
import { fontBytes, openBrowser } from '../measure/fonts.ts';
import { weigh, type Weight } from '../measure/weight.ts';
import type { Row } from '../table.ts';

export interface WeighedPage {
	name: string;
	path: string;
	/** whether it is loaded with a session; the sign-in page redirects a signed-in explorer */
	signedIn: boolean;
	/** limit of scripts in kB, gzip; 80 where left out */
	mostScript?: number;
}

export function weighedPages(interviewId: string, heldId: string): WeighedPage[] {
	const interview = `/interviews/${interviewId}`;
	return [
		{ name: 'sign in', path: '/signin', signedIn: false },
		...[
			{ name: 'Today', path: '/' },
			{ name: 'Clarity', path: '/clarity' },
			{ name: 'People', path: '/people' },
			{ name: 'import', path: '/people/import' },
			{ name: 'Interviews', path: '/interviews' },
			{ name: 'an interview', path: interview },
			{ name: 'prepare', path: `${interview}/prepare` },
			{ name: 'agree', path: `${interview}/agree` },
			{ name: 'talk', path: `${interview}/talk`, mostScript: 60 },
			{ name: 'reflect', path: `/interviews/${heldId}/reflect` },
			{ name: 'decide', path: '/decide' },
			{ name: 'introductions', path: '/introductions' },
			{ name: 'settings', path: '/settings' }
		].map((page) => ({ ...page, signedIn: true }))
	];
}

/** Bytes of a kilobyte, as networks count. */
const kilobyte = 1000;

async function statusOf(origin: string, headers: Record<string, string>, path: string) {
	const connection = new Connection(origin, headers);
	const { status } = await connection.get(path);
	connection.close();
	return status;
}

/** Measures what a browser with an empty cache loads beside the HTML, page by page. */
export async function measureWeight(
	origin: string,
	cookie: string,
	pages: readonly WeighedPage[],
	bare: Weight
): Promise<Row[]> {
	const scripts: Row[] = [
		{ what: 'bare: script', on: 'Kit, one page', value: bare.script / kilobyte, unit: 'kB' }
	];
	const styles: Row[] = [];
	const fonts: Row[] = [];
	const browser = await openBrowser();
	for (const { name, path, signedIn, mostScript = 80 } of pages) {
		const headers: Record<string, string> = signedIn ? { cookie } : {};
		const common = { on: `${name}, first load, gzip`, unit: 'kB' as const };
		const status = await statusOf(origin, { ...headers, accept: 'text/html' }, path);
		const weight: Weight | undefined =
			status === 200 ? await weigh(origin, headers, path) : undefined;
		const because = weight ? {} : { because: `answered ${status}` };
		scripts.push({
			...common,
			...because,
			what: 'script',
			value: weight && weight.script / kilobyte,
			limit: { most: mostScript },
			...(weight ? { ratio: weight.script / bare.script } : {})
		});
		styles.push({
			...common,
			...because,
			what: 'style',
			value: weight && weight.style / kilobyte,
			limit: { most: 20 }
		});
		const bytes =
			browser && weight
				? await fontBytes(browser, origin + path, signedIn ? cookie : '')
				: undefined;
		fonts.push({
			on: `${name}, first load`,
			unit: 'kB',
			because: browser ? `answered ${status}` : 'no Chromium',
			what: 'fonts',
			value: bytes === undefined ? undefined : bytes / kilobyte,
			limit: { most: 80 }
		});
	}
	await browser?.close();
	return [...scripts, ...styles, ...fonts];
}
