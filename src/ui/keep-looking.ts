/**
 * Looks again and again, each time a while after the last answer.
 * @param everyMillis pause between an answer and the next look
 * @returns what ends it, also while an answer is under way
 */
export function keepLooking(look: () => Promise<void>, everyMillis: number): () => void {
	// The answer under way at the end would set the next timer.
	let isGone = false;
	let timer: ReturnType<typeof setTimeout>;
	const next = (): void => {
		timer = setTimeout(() => {
			void look().finally(() => {
				if (!isGone) next();
			});
		}, everyMillis);
	};
	next();
	return () => {
		isGone = true;
		clearTimeout(timer);
	};
}
