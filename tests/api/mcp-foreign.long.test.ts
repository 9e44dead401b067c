import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '#server/perform.ts';
import { newId } from '#server/secrets.ts';
import { operations } from '#surfaces/registry.server.ts';
import { offeredOf, type Offered } from '#surfaces/mcp/tools.ts';
import { addPerson } from '#features/people/operations.server.ts';
import { runDemo } from '../../db/demo.ts';
import { connect, openAssistants, use, type Assistants } from '../support/mcp.ts';

/** A whole season of somebody else, seen through the door with their key and with another's. */
let assistants: Assistants;
let stranger: Caller;
let theirs: Client;
let mine: Client;
beforeAll(async () => {
	assistants = await openAssistants();
	const { house } = assistants;
	// One key asks more here than in a minute of work.
	house.app.config.keyRequests = 1_000_000;
	stranger = await house.another('Iris Canary');
	const performer = { ...house.app, clock: house.clock };
	await runDemo(performer, stranger, house.clock.now(), house.settle);
	await house.as(addPerson, { name: 'Ines Alvarado' });
	theirs = await connect(assistants.url, await assistants.keyFor(['read', 'draft'], stranger));
	mine = await connect(assistants.url, await assistants.keyFor(['read', 'draft']));
}, 60_000);
afterAll(async () => {
	await Promise.all([theirs.close(), mine.close()]);
	await assistants.close();
});

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const tools = [...offeredOf(operations).values()];

/** Fields of a tool's input that take the id of something that exists; a minted one is new. */
function idFields({ operation, tool }: Offered): string[] {
	return Object.entries(tool.inputSchema.properties ?? {})
		.filter(([name, field]) => {
			const minted = name === 'id' && !operation.http.path.includes('{id}');
			return !minted && JSON.stringify(field).includes('"uuid"');
		})
		.map(([name]) => name);
}

const withoutInput = tools.filter(({ tool }) => !tool.inputSchema.required?.length);

/** A few ids of each list that the stranger's own assistant sees. */
async function idsOf(client: Client): Promise<string[]> {
	const ids = new Set<string>();
	for (const { tool } of withoutInput) {
		const { text } = await use(client, tool.name);
		for (const id of (text.match(uuid) ?? []).slice(0, 5)) ids.add(id);
	}
	return [...ids];
}

test('lists of one hold nothing of the other', async () => {
	const foreign = new Set(await idsOf(theirs));
	expect(foreign.size).toBeGreaterThan(25);
	for (const { tool } of withoutInput) {
		const { text } = await use(mine, tool.name);
		expect([tool.name, (text.match(uuid) ?? []).filter((id) => foreign.has(id))]).toEqual([
			tool.name,
			[]
		]);
	}
});

test('a foreign id answers exactly like one that nobody has', async () => {
	const foreign = await idsOf(theirs);
	let asked = 0;
	for (const one of tools) {
		const { operation, tool } = one;
		for (const field of idFields(one)) {
			const input = { ...(operation.example as Record<string, unknown>) };
			for (const each of idFields(one)) if (each in input) input[each] = newId();
			const missing = await use(mine, tool.name, { ...input, [field]: newId() });
			for (const id of foreign) {
				const answer = await use(mine, tool.name, { ...input, [field]: id });
				expect([tool.name, field, answer]).toEqual([tool.name, field, missing]);
				asked += 1;
			}
		}
	}
	expect(asked).toBeGreaterThan(500);
}, 60_000);
