import type { UndoStep } from '#kernel/operation.ts';

/** What the command line asks for, whether a running server answers or the command itself. */
export type Request =
	/** an operation of the registry, in the workspace of an account */
	| { kind: 'operate'; operation: string; account?: string | undefined; input?: unknown }
	/** what only the host does, for the instance */
	| { kind: 'host'; command: string; input?: unknown }
	/** a workspace that comes in from the file of an export */
	| { kind: 'arrive'; account: string | undefined; bytes: Uint8Array };

/** What came of it. */
export interface Answer {
	output: unknown;
	/** what takes it back, where something does */
	undo?: UndoStep | undefined;
	/** the file that is the answer, where it is one */
	file?: ReadableStream<Uint8Array>;
}

/** One way to have requests answered; see `with-transport.ts`. */
export interface Transport {
	/** @throws Refusal as the operation gave it */
	ask(request: Request): Promise<Answer>;
	close(): Promise<void>;
}
