import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { refusalOf, startServer } from '../support/server.ts';

const data = mkdtempSync(join(tmpdir(), 'imago-folder-'));
afterAll(() => {
	rmSync(data, { recursive: true, force: true });
});

test('a second start is refused within two seconds and names the owner; after a crash it is taken over', async () => {
	const first = await startServer({ data });
	const began = performance.now();
	const message = await refusalOf({ data });
	expect(performance.now() - began).toBeLessThan(2000);
	expect(message).toContain(`process ${first.process.pid}`);
	await first.stop({ signal: 'SIGKILL', keep: true });
	// The file with the owner's process number still exists, and the number may belong to another
	// process by now.
	const second = await startServer({ data });
	expect(await second.stop({ keep: true })).toBe(0);
	expect(second.output()).toContain('Everything is saved');
});
