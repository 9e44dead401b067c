import { answerParent } from '#server/subprocess-entry.ts';

/** Behaves like a parser with a malicious file. */
const behaviours: Record<string, () => unknown> = {
	'fill memory': () => {
		const all: unknown[] = [];
		for (;;) all.push(JSON.parse(`[${'[],'.repeat(100_000)}[]]`));
	},
	'take for ever': () => {
		for (;;) Math.random();
	},
	'end at once': () => process.exit(3),
	'be killed': () => process.kill(process.pid, 'SIGKILL'),
	throw: () => {
		throw new Error('It cannot be read.');
	},
	'say who': () => process.pid,
	answer: () => ({ bytes: new Uint8Array([1, 2, 3]) })
};

answerParent((name: string) => behaviours[name]?.());
