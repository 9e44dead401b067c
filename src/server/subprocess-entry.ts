import type { SubprocessAnswer } from './subprocess.ts';

/**
 * Child side of `subprocess.ts`: answers each question of the parent process, and ends when the
 * parent disconnects.
 */
export function answerParent<Question>(answer: (question: Question) => unknown): void {
	const send = (message: SubprocessAnswer): void => {
		process.send?.(message);
	};
	process.on('message', ({ question }: { question: Question }) => {
		void (async () => {
			try {
				send({ answer: await answer(question) });
			} catch (error) {
				send({ error: error instanceof Error ? error.message : String(error) });
			}
		})();
	});
	process.on('disconnect', () => process.exit(0));
}
