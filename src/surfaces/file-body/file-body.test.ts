import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/project-root.ts';
import { openFileBody } from './file-body.ts';

/** A body as it comes over HTTP. */
const body = Buffer.from(JSON.stringify({ fileName: 'a.csv', content: 'a,b', encoding: 'text' }));

test('the file in a body comes as bytes', async () => {
	const file = openFileBody();
	file.push(body.subarray(0, 10));
	file.push(body.subarray(10));
	const parsed = (await file.parsed()) as { fileName: string; content: Uint8Array };
	file.close();
	expect(parsed.fileName).toBe('a.csv');
	expect(Buffer.from(parsed.content).toString()).toBe('a,b');
});

test('a body that is not JSON has no value', async () => {
	const file = openFileBody();
	file.push(body.subarray(1));
	expect(await file.parsed()).toBeUndefined();
	file.close();
});

test('a process that has parsed a body ends without waiting for the worker thread', () => {
	const script = `
		const { openFileBody } = await import('./src/surfaces/file-body/file-body.ts');
		const file = openFileBody();
		file.push(Buffer.from(${JSON.stringify(body.toString())}));
		console.log((await file.parsed()).fileName);
		file.close();`;
	const ended = spawnSync(
		process.execPath,
		['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', script],
		{ cwd: projectRoot, encoding: 'utf8', timeout: 20_000 }
	);
	expect([ended.stdout.trim(), ended.status]).toEqual(['a.csv', 0]);
});
