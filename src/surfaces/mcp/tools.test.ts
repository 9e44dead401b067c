import { expect, test } from 'vitest';
import { operations } from '../registry.server.ts';
import { offeredOf } from './tools.ts';
import { nounDescriptions, operationNotes } from './descriptions.ts';

const offered = offeredOf(operations);
const tools = [...offered.values()];

test('every read and every draft is a tool, and nothing that writes, sends or is secure', () => {
	const effects = new Set(tools.map(({ operation }) => operation.effect));
	expect([...effects].sort()).toEqual(['draft', 'read']);
	for (const operation of operations) {
		const there = tools.some((one) => one.operation === operation);
		expect([operation.name, there]).toEqual([
			operation.name,
			operation.effect === 'read' || operation.effect === 'draft'
		]);
	}
});

test('names are ones that every client takes, each given once', () => {
	for (const name of offered.keys()) expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
	expect(offered.size).toBe(tools.length);
});

test('each description says more than its title, in the method’s words', () => {
	for (const { operation, tool } of tools) {
		const [noun = ''] = operation.name.split('.');
		expect(Object.keys(nounDescriptions)).toContain(noun);
		expect(tool.description).toContain(operation.summary);
		expect(tool.description).toContain(nounDescriptions[noun]);
		expect(tool.description).toMatch(/Changes nothing\.|Nothing is sent/);
	}
});

test('every description and note belongs to a tool', () => {
	const nouns = tools.map(({ operation }) => operation.name.split('.')[0]);
	expect(Object.keys(nounDescriptions).filter((noun) => !nouns.includes(noun))).toEqual([]);
	const names = tools.map(({ operation }) => operation.name);
	expect(Object.keys(operationNotes).filter((name) => !names.includes(name))).toEqual([]);
});

test('annotations follow from the effect', () => {
	for (const { operation, tool } of tools) {
		expect(tool.annotations).toMatchObject({
			readOnlyHint: operation.effect === 'read',
			destructiveHint: false,
			openWorldHint: false
		});
	}
});

test('schemas are the operations’ own, and the list is the same at every start', () => {
	const people = offered.get('people_list')?.tool;
	expect(people?.inputSchema.properties).toHaveProperty('themeId');
	expect(people?.outputSchema?.properties).toHaveProperty('nextCursor');
	const again = [...offeredOf(operations).values()].map(({ tool }) => tool);
	expect(JSON.stringify(again)).toBe(JSON.stringify(tools.map(({ tool }) => tool)));
});

test('an operation whose output is no object is refused at startup', () => {
	const [first] = operations;
	expect(first).toBeDefined();
	const wrong = { ...first!, effect: 'read' as const, output: first!.input.or(first!.input) };
	expect(() => offeredOf([wrong])).toThrow('one object');
});
