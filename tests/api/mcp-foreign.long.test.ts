import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '#server/perform.ts';
import { newId } from '#server/tokens.ts';
import { operations } from '#surfaces/registry.server.ts';
import { offeredOf, type Offered } from '#surfaces/mcp/tools.ts';
import { addPerson } from '#features/people/operations.server.ts';
import { runDemo } from '../../db/demo.ts';
import { connect, openAssistants, use, type Assistants } from '../support/mcp.ts';

/**
 * The demo data of another workspace, requested over MCP with the key of its owner and with a foreign
 * key.
 */
let assistants: Assistants;
let stranger: Caller;
let theirs: Client;
let mine: Client;
beforeAll(async () => {
	assistants = await openAssistants();
	const { testApp } = assistants;
	// Raises the rate limit, since one key sends many requests here.
	testApp.app.config.keyRequests = 1_000_000;
	stranger = await testApp.another('Iris Canary');
	const performer = { ...testApp.app, clock: testApp.clock };
	await runDemo(performer, stranger, testApp.clock.now(), testApp.settle);
	await testApp.as(addPerson, { name: 'Ines Alvarado' });
	theirs = await connect(assistants.url, await assistants.keyFor(['read', 'draft'], stranger));
	mine = await connect(assistants.url, await assistants.keyFor(['read', 'draft']));
}, 60_000);
afterAll(async () => {
	await Promise.all([theirs.close(), mine.close()]);
	await assistants.close();
});

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const tools = [...offeredOf(operations).values()];

/**
 * Fields of a tool's input that take the id of an existing thing; an id that the client creates is not
 * one.
 */
function idFields({ operation, tool }: Offered): string[] {
	return Object.entries(tool.inputSchema.properties ?? {})
		.filter(([name, field]) => {
			const minted = name === 'id' && !operation.http.path.includes('{id}');
			return !minted && JSON.stringify(field).includes('"uuid"');
		})
		.map(([name]) => name);
}

const withoutInput = tools.filter(({ tool }) => !tool.inputSchema.required?.length);

/** A few ids of each list that the client can read. */
async function idsOf(client: Client): Promise<string[]> {
	const ids = new Set<string>();
	for (const { tool } of withoutInput) {
		const { text } = await use(client, tool.name);
		for (const id of (text.match(uuid) ?? []).slice(0, 5)) ids.add(id);
	}
	return [...ids];
}

test('lists of one workspace contain nothing of another', async () => {
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

test('a foreign id is answered exactly like a missing one', async () => {
	const foreign = await idsOf(theirs);
	let requestCount = 0;
	for (const one of tools) {
		const { operation, tool } = one;
		for (const field of idFields(one)) {
			const input = { ...(operation.example as Record<string, unknown>) };
			for (const each of idFields(one)) if (each in input) input[each] = newId();
			const missing = await use(mine, tool.name, { ...input, [field]: newId() });
			for (const id of foreign) {
				const answer = await use(mine, tool.name, { ...input, [field]: id });
				expect([tool.name, field, answer]).toEqual([tool.name, field, missing]);
				requestCount += 1;
			}
		}
	}
	expect(requestCount).toBeGreaterThan(500);
}, 60_000);
