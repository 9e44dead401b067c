import type { SubprocessAnswer } from './subprocess.ts';

/**
 * The other side of `subprocess.ts`: answers each question of the process that started this one,
 * and ends with it.
 */
export function answerParent<Question>(answer: (question: Question) => unknown): void {
	const say = (said: SubprocessAnswer): void => {
		process.send?.(said);
	};
	process.on('message', ({ question }: { question: Question }) => {
		void (async () => {
			try {
				say({ answer: await answer(question) });
			} catch (error) {
				say({ error: error instanceof Error ? error.message : String(error) });
			}
		})();
	});
	process.on('disconnect', () => process.exit(0));
}
