import { parentPort, workerData } from 'node:worker_threads';
import { Connection } from './connection.ts';
import type { ProbeResults, ProbeOptions } from './probe.ts';

const { origin, headers, paths, every } = workerData as ProbeOptions;
const answers: ProbeResults = {};
const open = new Set<Promise<void>>();

function startTimer(path: string): NodeJS.Timeout {
	const connection = new Connection(origin, headers);
	const times: number[] = (answers[path] = []);
	return setInterval(() => {
		// Measured from the scheduled time: an answer later than the next tick delays that one, which
		// shows.
		const request = connection
			.page(path)
			.then(({ millis }) => void times.push(millis))
			.finally(() => open.delete(request));
		open.add(request);
	}, every);
}

const timers = paths.map(startTimer);
parentPort?.once('message', () => {
	for (const timer of timers) clearInterval(timer);
	void Promise.all(open).then(() => parentPort?.postMessage(answers));
});
