import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getProfile } from '#features/account/operations.server.ts';
import { planInterview } from '#features/interviews/operations.server.ts';
import { markSent } from '#features/outreach/operations.server.ts';
import { commitImport } from '#features/people/operations.server.ts';
import { addGoal, addSource } from '#features/preparation/operations.server.ts';
import { addClarity } from '../../db/demo/clarity.ts';
import { startDemoRun } from '../../db/demo/demo-run.ts';
import { connectionsCsv } from '../support/connections.ts';
import { connect, openAssistants, use, type Assistants } from '../support/mcp.ts';

/**
 * The first half of the method, read and drafted by an assistant that knows only the tools. What only the
 * explorer may do is done by the explorer in between.
 */
let assistants: Assistants;
let client: Client;
beforeAll(async () => {
	assistants = await openAssistants();
	client = await connect(assistants.url, await assistants.keyFor(['read', 'draft']), '2026-07-28');
});
afterAll(async () => {
	await client.close();
	await assistants.close();
});

async function done(
	name: string,
	input: Record<string, unknown> = {}
): Promise<Record<string, unknown>> {
	const answer = await use(client, name, input);
	expect([name, answer.refused ? answer.text : '']).toEqual([name, '']);
	return answer.value;
}

const body =
	'Hello Joan,\n\nYour note on the corrections page, about cooking a recipe before you print it, is why I am writing to you. You have edited a magazine for years, and I am finding out what that work is really like before I change anything.\n\nWould you have 15 minutes by phone in the week of 30 November? I would like to hear what your ordinary closing week looks like and what the worst of it is. I am not asking for a job. I will fit around your day.\n\nMara Lindqvist';

test('clarity, a file, people, an interview, its brief, a request, Today', async () => {
	const { testApp } = assistants;
	const before = await done('clarity_get');
	expect(JSON.stringify(before)).toContain('"verdict":"too-soon"');
	const today = testApp.clock.now();
	const { zone } = await testApp.as(getProfile, {});
	const demo = startDemoRun({ ...testApp.app, clock: testApp.clock }, testApp.caller, zone, today);
	const { themes } = await addClarity(demo);
	testApp.clock.set(today);
	const clear = await done('clarity_get');
	expect(JSON.stringify(clear)).toMatch(/"verdict":"(ready|almost)"/);

	// An assistant may read a contacts file; only the explorer may commit it.
	const read = await done('imports_read', {
		fileName: 'Connections.csv',
		encoding: 'text',
		content: connectionsCsv({ rows: 60, seed: 7, preamble: true })
	});
	await testApp.settle();
	const preview = await done('imports_get', { id: read.id });
	expect(JSON.stringify(preview)).toContain('60');
	await testApp.as(commitImport, { id: String(read.id) });
	await testApp.settle();
	const listed = await done('people_list', { limit: 5 });
	const people = listed.people as { id: string; name: string }[];
	expect(people).toHaveLength(5);
	const next = await done('people_list', { limit: 5, cursor: listed.nextCursor });
	expect((next.people as { id: string }[])[0]?.id).not.toBe(people[0]?.id);
	const person = await done('people_get', { id: people[0]?.id });
	expect(JSON.stringify(person)).toContain(people[0]?.name);

	const { id: interviewId } = await testApp.as(planInterview, {
		personId: people[0]?.id ?? '',
		themeId: themes[0] ?? '',
		channel: 'direct',
		connection: 'Your note on the corrections page'
	});
	const open = await done('interviews_list');
	expect(JSON.stringify(open)).toContain(interviewId);
	const bare = await done('brief_get', { id: interviewId });
	expect(JSON.stringify(bare)).toMatch(/goal/i);
	await testApp.as(addGoal, { interviewId, text: 'How much of a week is editing' });
	await testApp.as(addSource, {
		interviewId,
		kind: 'partner',
		link: 'https://harbour-field.example/corrections',
		title: 'Corrections page',
		answers: 'They cook a recipe before they print it',
		mark: 'why-you'
	});

	const draft = await done('messages_draft', { interviewId, minutes: 15, medium: 'phone' });
	const checked = await done('messages_check', {
		interviewId,
		subject: draft.subject,
		body: draft.body
	});
	expect(checked.checked).toBe('english');
	const subject = 'Fifteen minutes about copy editing';
	const mended = await done('messages_check', { interviewId, subject, body });
	expect(mended.refused).toBeNull();
	const late = await use(client, 'messages_write', {
		interviewId,
		purpose: 'request',
		subject,
		body,
		changedAt: null
	});
	expect(late.code).toBe('messages.changed-elsewhere');
	await done('messages_write', {
		interviewId,
		purpose: 'request',
		subject,
		body,
		changedAt: draft.changedAt
	});
	// A new draft replaces the text; the answer names the tool that undoes this.
	const anew = { interviewId, minutes: 15, medium: 'phone', startOver: 'yes' };
	const newDraft = await client.callTool({ name: 'messages_draft', arguments: anew });
	const undoText = (newDraft.content as { text: string }[])[1]?.text ?? '{}';
	const { undo } = JSON.parse(undoText) as {
		undo: { tool: string; input: Record<string, unknown> };
	};
	expect(undo.tool).toBe('messages_takeBack');
	await done(undo.tool, undo.input);
	const script = await done('script_draft', { interviewId });
	expect(Number(script.seconds)).toBeLessThanOrEqual(60);

	// An assistant cannot mark a message as sent.
	await expect(
		use(client, 'messages_markSent', { interviewId, purpose: 'request', through: 'copied' })
	).rejects.toThrow('There is no such tool');
	await testApp.as(markSent, { interviewId, purpose: 'request', through: 'copied' });
	expect(JSON.stringify(await done('interviews_get', { id: interviewId }))).toContain('2026-12-02');
	expect(JSON.stringify(await done('today_facts'))).toContain('"waiting":1');
});

test('drafts of an assistant are in the event log under its key, without their text', async () => {
	const { open } = assistants.testApp;
	const key = await open.selectFrom('keys').select('id').executeTakeFirstOrThrow();
	const events = await open
		.selectFrom('audit_events')
		.selectAll()
		.where('workspace_id', '=', assistants.testApp.caller.workspaceId)
		.where('actor', '=', key.id)
		.execute();
	expect(new Set(events.map(({ verb }) => verb))).toContain('messages.drafted');
	expect(JSON.stringify(events)).not.toContain('corrections');
});
