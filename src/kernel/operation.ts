import type { z } from 'zod';
import type { Effect } from './access.ts';

/** How an operation is reached over REST, below `/api/v1`. */
export interface HttpDoor {
	verb: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** path with `{id}` parameters that are fields of the input */
	path: string;
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
	http: HttpDoor;
	/** one sentence for the documentation, no full stop */
	summary: string;
	effect: Effect;
	/** bytes that its body may have over REST, where a file comes with it */
	bodyBytes?: number;
	input: Input;
	output: Output;
	/** a valid input; the OpenAPI document shows it and the access tests send it */
	example: z.input<Input>;
	run: (context: Context, input: z.output<Input>) => Promise<z.output<Output>>;
}
