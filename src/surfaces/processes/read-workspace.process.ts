import { Refusal } from '#kernel/refusal.ts';
import type { ImportAnswer, ImportQuestion } from '#server/transfer/open-import.ts';
import { readWorkspace } from '#server/transfer/read-workspace.ts';
import { batchesOf } from '#server/transfer/trial-import.ts';
import { answerParent } from '#server/subprocess-entry.ts';
import { rowRules } from '../all-row-rules.ts';

/**
 * Child process that reads and checks a whole export before anything is written. It answers the first
 * message with the workspace or a refusal, then each `next` with one batch of rows, and `end` after the
 * last.
 */
let batches: ReturnType<typeof batchesOf> | undefined;

answerParent(async (question: ImportQuestion): Promise<ImportAnswer> => {
	if (question === 'next') return batches?.next().value ?? 'end';
	// A reused process may still have the batches of another file.
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
