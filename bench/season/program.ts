import { makeKey, programWith } from '#tests/support/key.ts';
import type { Visitor } from '#tests/support/visitor.ts';

/** A REST client with an API key; a refusal ends the run. */
export interface Program {
	key: string;
	ask(verb: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: unknown): Promise<unknown>;
}

export async function programOf(origin: string, visitor: Visitor): Promise<Program> {
	const key = await makeKey(visitor);
	const send = programWith(origin, key);
	return {
		key,
		ask: async (verb, path, body) => {
			const response = await send(verb, path, body);
			const text = await response.text();
			if (response.ok) return JSON.parse(text);
			throw new Error(`${verb} ${path} answered ${response.status}: ${text}`);
		}
	};
}
