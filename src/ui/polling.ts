/**
 * Polls: sends each request a fixed time after the last answer.
 * @param intervalMillis milliseconds between an answer and the next request
 * @returns a function that stops it, also while a request is under way
 */
export function poll(request: () => Promise<void>, intervalMillis: number): () => void {
	// A request under way when it is stopped must not set the next timer.
	let isStopped = false;
	let timer: ReturnType<typeof setTimeout>;
	const next = (): void => {
		timer = setTimeout(() => {
			void request().finally(() => {
				if (!isStopped) next();
			});
		}, intervalMillis);
	};
	next();
	return () => {
		isStopped = true;
		clearTimeout(timer);
	};
}
