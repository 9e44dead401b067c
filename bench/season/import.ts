import { z } from 'zod';
import { pause } from '../measure/figures.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import type { Program } from './program.ts';

const uploaded = z.object({
	imports: z.array(z.object({ id: z.string(), stage: z.string(), failure: z.string().nullable() }))
});
const address = z.object({ counts: z.object({ all: z.number() }) });

/** Milliseconds between two looks at how far it is; each look costs the server a little. */
const lookEvery = 10;

/** Milliseconds of each part of an import. */
export interface ImportTimes {
	/** upload until everybody is counted and shown before anything is added */
	preview: number;
	/** taking it over until the address book has them */
	commit: number;
	total: number;
}

/** Uploads a file as the page's form does, waits, takes it over, waits until it is there. */
export async function importFile(
	visitor: Visitor,
	program: Program,
	csv: string,
	people: number
): Promise<ImportTimes> {
	const form = new FormData();
	form.set('file', new File([csv], 'Connections.csv', { type: 'text/csv' }));
	const headers = { 'sec-fetch-site': 'same-origin' };
	const from = performance.now();
	const path = '/people/import?/read';
	const answer = await visitor.fetch(path, { method: 'POST', body: form, headers });
	const text = await answer.text();
	if (answer.status >= 400) throw new Error(`The upload answered ${answer.status}: ${text}`);
	const id = await waitUntilRead(program);
	const readAt = performance.now();
	await program.ask('POST', `/imports/${id}/commit`);
	while ((await countOf(program)) < people) await pause(lookEvery);
	const end = performance.now();
	return { preview: readAt - from, commit: end - readAt, total: end - from };
}

async function waitUntilRead(program: Program): Promise<string> {
	for (;;) {
		const { imports } = uploaded.parse(await program.ask('GET', '/imports'));
		const [newest] = imports;
		if (newest?.stage === 'ready') return newest.id;
		if (newest?.stage !== 'reading') {
			throw new Error(`The import is ${newest?.stage}: ${newest?.failure}`);
		}
		await pause(lookEvery);
	}
}

async function countOf(program: Program): Promise<number> {
	return address.parse(await program.ask('GET', '/people?limit=1')).counts.all;
}
