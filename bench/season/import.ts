import { z } from 'zod';
import { pause } from '../measure/figures.ts';
import type { Visitor } from '#tests/support/visitor.ts';
import type { Program } from './program.ts';

const uploaded = z.object({ stage: z.string(), failure: z.string().nullable() });
const address = z.object({ counts: z.object({ all: z.number() }) });

/** Milliseconds between two polls of the import state; each poll costs the server a little. */
const pollMillis = 10;

/** Milliseconds of each part of an import. */
export interface ImportTimes {
	/** from the upload until the preview */
	preview: number;
	/** from the commit until the address book lists everybody */
	commit: number;
	total: number;
}

/**
 * Uploads a file as the form of the page does, waits for the preview, commits it and waits until
 * everybody is listed.
 */
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
	const goesTo = answer.headers.get('location');
	if (!goesTo) throw new Error(`The upload answered ${answer.status}: ${await answer.text()}`);
	const id = goesTo.slice(goesTo.lastIndexOf('/') + 1);
	await waitUntilRead(program, id);
	const readAt = performance.now();
	await program.ask('POST', `/imports/${id}/commit`);
	while ((await countOf(program)) < people) await pause(pollMillis);
	const end = performance.now();
	return { preview: readAt - from, commit: end - readAt, total: end - from };
}

async function waitUntilRead(program: Program, id: string): Promise<void> {
	for (;;) {
		const { stage, failure } = uploaded.parse(await program.ask('GET', `/imports/${id}`));
		if (stage === 'ready') return;
		if (stage !== 'reading') throw new Error(`The import is ${stage}: ${failure}`);
		await pause(pollMillis);
	}
}

async function countOf(program: Program): Promise<number> {
	return address.parse(await program.ask('GET', '/people?limit=1')).counts.all;
}
