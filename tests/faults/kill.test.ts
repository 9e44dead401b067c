import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { newId } from '#server/tokens.ts';
import { makeKey, programWith } from '../support/key.ts';
import { firstExplorer } from '../support/visitor.ts';
import { startServer } from '../support/server.ts';

/** The test writes more in a minute than the rate limit of a key allows. */
const environment = { IMAGO_KEY_REQUESTS: '9999999' };

/** 50 in every run; the long proof runs 500. */
const rounds = Number(process.env.IMAGO_KILLS ?? 50);

function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return state / 2 ** 32;
	};
}

test(`${rounds} kills while writing lose nothing that was acknowledged`, async () => {
	const random = seededRandom(20261123);
	let server = await startServer({ environment });
	const { data } = server;
	const key = await makeKey(await firstExplorer(server));
	const acknowledged: string[] = [];
	let slowest = 0;

	for (let round = 0; round < rounds; round += 1) {
		const send = programWith(server.origin, key);
		let alive = true;
		const writers = [1, 2, 3, 4].map(async () => {
			while (alive) {
				const id = newId();
				try {
					const response = await send('POST', '/people', { id, name: `Person ${id}` });
					if (response.ok) acknowledged.push(id);
				} catch {
					return;
				}
			}
		});
		// The first answer takes longest; after it, the server may be killed at any moment.
		const before = acknowledged.length;
		while (alive && acknowledged.length === before) {
			await new Promise((resolve) => setTimeout(resolve, 2));
		}
		await new Promise((resolve) => setTimeout(resolve, random() * 150));
		await server.stop({ signal: 'SIGKILL', keep: true });
		alive = false;
		await Promise.all(writers);
		const began = performance.now();
		server = await startServer({ data, environment });
		slowest = Math.max(slowest, performance.now() - began);
	}

	await server.stop({ keep: true });
	const file = new DatabaseSync(join(data, 'imago.db'), { readOnly: true });
	const there = new Set(
		file
			.prepare('select id from people')
			.all()
			.map(({ id }) => id)
	);
	const lost = acknowledged.filter((id) => !there.has(id));
	const integrity = Object.values(file.prepare('pragma integrity_check').get() ?? {})[0];
	file.close();
	rmSync(data, { recursive: true, force: true });

	console.log(
		`${rounds} kills, ${acknowledged.length} acknowledged, ${lost.length} lost, slowest start ${Math.round(slowest)} ms`
	);
	expect(acknowledged.length).toBeGreaterThan(rounds);
	expect(lost).toEqual([]);
	expect(integrity).toBe('ok');
	expect(slowest).toBeLessThan(5000);
}, 1_800_000);
