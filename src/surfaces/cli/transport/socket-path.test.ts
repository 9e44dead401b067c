import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { clearSocket, chooseSocketPath, socketPathOf } from './socket-path.ts';

const folder = mkdtempSync(join(tmpdir(), 'imago-place-'));
afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

test('a socket stands in the data folder where its path is short enough', () => {
	expect(chooseSocketPath(folder)).toBe(join(folder, 'imago.sock'));
	expect(socketPathOf(folder)).toBe(join(folder, 'imago.sock'));
	expect(existsSync(join(folder, 'socket.txt'))).toBe(false);
});

test('otherwise in a folder of its own with mode 0700, whose path is in the data folder', () => {
	const far = join(folder, 'a-folder-with-a-long-name'.repeat(4));
	mkdirSync(far);
	const path = chooseSocketPath(far) ?? '';
	expect(Buffer.byteLength(path)).toBeLessThan(104);
	expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
	expect(statSync(join(far, 'socket.txt')).mode & 0o777).toBe(0o600);
	expect(readFileSync(join(far, 'socket.txt'), 'utf8').trim()).toBe(path);
	expect(socketPathOf(far)).toBe(path);

	// After a crash the next start finds the old socket and deletes it.
	writeFileSync(path, '');
	const next = chooseSocketPath(far) ?? '';
	expect(next).not.toBe(path);
	expect(existsSync(dirname(path))).toBe(false);
	clearSocket(far);
	expect([existsSync(dirname(next)), existsSync(join(far, 'socket.txt'))]).toEqual([false, false]);
});
