import { Refusal } from '#kernel/refusal.ts';
import type { ImportAnswer, ImportQuestion } from '#server/transfer/open-import.ts';
import { readWorkspace } from '#server/transfer/read-workspace.ts';
import { batchesOf } from '#server/transfer/trial-import.ts';
import { answerParent } from '#server/subprocess-entry.ts';
import { rowRules } from '../row-rules.ts';

/**
 * Reads an export apart from the process that answers requests, all of it, before anything is
 * written. Says first whether it may come in, then hands over one batch for each time it is asked.
 */
let batches: ReturnType<typeof batchesOf> | undefined;

answerParent(async (question: ImportQuestion): Promise<ImportAnswer> => {
	if (question === 'next') return batches?.next().value ?? 'end';
	// This process may have read another file before.
	batches = undefined;
	try {
		const { workspace, file } = await readWorkspace(question.bytes, rowRules, question.bounds);
		batches = batchesOf(file, rowRules, question.batchSize);
		return { kind: 'fits', workspace };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const { kind, code, sentence, fields } = error;
		return { kind: 'refused', why: { kind, code, sentence, fields } };
	}
});
