import type { z } from 'zod';
import type { Effect } from './access.ts';

/** How an operation is reached over REST, below `/api/v1`. */
export interface HttpRoute {
	verb: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** path with `{id}` parameters that are fields of the input */
	path: string;
}

/** The undo of an operation: the name and input of another operation. */
export interface UndoStep {
	operation: string;
	input: Record<string, unknown>;
}

/** The time and zone for the text of a toast. */
export interface SaidAt {
	now: string;
	/** IANA zone of the explorer */
	zone: string;
}

/** Makes an undo step; its input is type-checked against the schema of that operation. */
export function undoneBy<Input extends z.ZodType>(
	operation: { name: string; input: Input },
	input: z.input<Input>
): UndoStep {
	return { operation: operation.name, input: input as UndoStep['input'] };
}

/**
 * One action of the product. Declared once; pages, REST, the OpenAPI document, MCP and the command line
 * are generated from it.
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
	/** bytes that its body may have over REST, where it takes a file */
	bodyBytes?: number;
	input: Input;
	output: Output;
	/** a valid input; the OpenAPI document shows it and the access tests send it */
	example: z.input<Input>;
	/** the step that undoes it, from its output and input; undefined where it cannot be undone */
	undo?: (done: z.output<Output>, input: z.output<Input>) => UndoStep | undefined;
	/** text of the toast after it has succeeded */
	said?:
		string | ((done: z.output<Output>, input: z.output<Input>, at: SaidAt) => string | undefined);
	run: (context: Context, input: z.output<Input>) => Promise<z.output<Output>>;
}
