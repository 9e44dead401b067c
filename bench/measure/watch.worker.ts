import { parentPort, workerData } from 'node:worker_threads';
import { Connection } from './connection.ts';
import type { Watched, WatchOrder } from './watch.ts';

const { origin, headers, paths, every } = workerData as WatchOrder;
const answers: Watched = {};
const open = new Set<Promise<void>>();

function beginWith(path: string): NodeJS.Timeout {
	const connection = new Connection(origin, headers);
	const into: number[] = (answers[path] = []);
	return setInterval(() => {
		// Counted from the beat: an answer that comes after the next beat delays it, and shows.
		const looking = connection
			.page(path)
			.then(({ millis }) => void into.push(millis))
			.finally(() => open.delete(looking));
		open.add(looking);
	}, every);
}

const beats = paths.map(beginWith);
parentPort?.once('message', () => {
	for (const beat of beats) clearInterval(beat);
	void Promise.all(open).then(() => parentPort?.postMessage(answers));
});
