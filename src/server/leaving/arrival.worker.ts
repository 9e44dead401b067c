import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '#kernel/refusal.ts';
import { checkRows } from './check-rows.ts';
import type { ArrivalFile, ArrivalWord } from './open-arrival.ts';
import { readFile } from './read-file.ts';
import { batchesOf, rehearse } from './rehearsal.ts';
import { schemaAt } from './schema.ts';

/**
 * Reads an export apart from the thread that answers requests, all of it, before anything is
 * written. Says first whether it may come in, then hands over one batch for each time it is asked.
 */
const { bytes, batchSize } = workerData as ArrivalFile;

function look(): { word: ArrivalWord; batches: ReturnType<typeof batchesOf> | undefined } {
	try {
		const { schema, workspace, tables } = readFile(bytes);
		const file = rehearse(checkRows(tables, schemaAt(schema)), schema);
		return { word: { kind: 'fits', workspace }, batches: batchesOf(file, batchSize) };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const { kind, code, sentence, fields } = error;
		return { word: { kind: 'refused', why: { kind, code, sentence, fields } }, batches: undefined };
	}
}

const { word, batches } = look();
parentPort?.on('message', () => {
	parentPort?.postMessage(batches?.next().value ?? 'end');
});
parentPort?.postMessage(word);
