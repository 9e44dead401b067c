import type { GetPromptResult, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Effect } from '#kernel/access.ts';

interface Prompt {
	name: string;
	title: string;
	description: string;
	/** effects that the key must have for the steps of the prompt */
	needs: Effect[];
	argsSchema: z.ZodObject;
	text: (given: Record<string, unknown>) => string;
}

const interview = z.object({
	interviewId: z.uuid('Give the id of the interview, as in interviews_list.')
});

/** Prompts that a client offers to the explorer, written in the first person. */
export const prompts: readonly Prompt[] = [
	{
		name: 'what_is_next',
		title: 'What is next?',
		description: 'Read Today and the interviews, and say what to do first and why',
		needs: ['read'],
		argsSchema: z.object({}),
		text: () =>
			'Read today_facts and interviews_list. Tell me what to do first, why it is due, and how long it will take. If a message is due, say which one, but do not draft it yet.'
	},
	{
		name: 'prepare_a_brief',
		title: 'Prepare a brief',
		description: 'Find what is missing in the brief of an interview, and suggest text for it',
		needs: ['read'],
		argsSchema: interview,
		text: ({ interviewId }) =>
			`Prepare me for the interview ${String(interviewId)}. Read brief_get, interviews_get and clarity_get. Say what is missing in the brief. Suggest goals that are not on the internet, open questions about the past and the specific, and short answers to what my partner may ask. I will add them to the brief myself.`
	},
	{
		name: 'draft_a_request',
		title: 'Draft a request',
		description: 'Draft the request of an interview, check it, and save it as a draft',
		needs: ['read', 'draft'],
		argsSchema: interview,
		text: ({ interviewId }) =>
			`Draft the request for the interview ${String(interviewId)}. Read brief_get first. If the goal or the source behind "why you" is missing, tell me and stop. Otherwise use messages_draft, replace every placeholder with what you know from the brief or ask me, check it with messages_check, and save it with messages_write. Show me the text. I will send it myself.`
	}
];

/** Registers the prompts whose steps the key may perform. */
export function offerPrompts(server: McpServer, may: (effect: Effect) => boolean): void {
	for (const { name, title, description, argsSchema, needs, text } of prompts) {
		if (!needs.every(may)) continue;
		server.registerPrompt(name, { title, description, argsSchema }, (given): GetPromptResult => ({
			description,
			messages: [{ role: 'user', content: { type: 'text', text: text(given) } }]
		}));
	}
}
