import type { z } from 'zod';
import type { Effect } from './access.ts';

/** How an operation is reached over REST, below `/api/v1`. */
export interface HttpRoute {
	verb: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** path with `{id}` parameters that are fields of the input */
	path: string;
}

/** An operation by its name, with an input: what takes another one back. */
export interface UndoStep {
	operation: string;
	input: Record<string, unknown>;
}

/** When and where something is said to a person. */
export interface SaidAt {
	now: string;
	/** IANA zone of the explorer */
	zone: string;
}

/** The step that undoes by an operation; its input is held to that operation's own shape. */
export function undoneBy<Input extends z.ZodType>(
	operation: { name: string; input: Input },
	input: z.input<Input>
): UndoStep {
	return { operation: operation.name, input: input as UndoStep['input'] };
}

/**
 * One thing one may do. Declared once; pages, REST, the OpenAPI document, MCP and the command line
 * are made from it.
 */
export interface Operation<
	Input extends z.ZodType = z.ZodType,
	Output extends z.ZodType = z.ZodType,
	Context = never
> {
	/** `feature.verb`, an English verb of the method */
	name: string;
	http: HttpRoute;
	/** one sentence for the documentation, no full stop */
	summary: string;
	effect: Effect;
	/** bytes that its body may have over REST, where a file comes with it */
	bodyBytes?: number;
	input: Input;
	output: Output;
	/** a valid input; the OpenAPI document shows it and the access tests send it */
	example: z.input<Input>;
	/** what takes it back, from what it answered and what it was given; nothing where nothing does */
	undo?: (done: z.output<Output>, input: z.output<Input>) => UndoStep | undefined;
	/** what a page says once it is done */
	said?:
		string | ((done: z.output<Output>, input: z.output<Input>, at: SaidAt) => string | undefined);
	run: (context: Context, input: z.output<Input>) => Promise<z.output<Output>>;
}
