import type { UndoStep } from '#kernel/operation.ts';

/** A request of the command line, answered by a running server or in process. */
export type HostRequest =
	/** an operation of the registry, in the workspace of an account */
	| { kind: 'operate'; operation: string; account?: string | undefined; input?: unknown }
	/** a command of the host for the instance */
	| { kind: 'host'; command: string; input?: unknown }
	/** the import of a workspace from an export file */
	| { kind: 'import'; account: string | undefined; bytes: Uint8Array };

/** The answer to a request. */
export interface HostAnswer {
	output: unknown;
	/** the step that undoes it, where there is one */
	undo?: UndoStep | undefined;
	/** the file, where the answer is one */
	file?: ReadableStream<Uint8Array>;
}

/** How requests are answered: over a socket or in process; see `with-transport.ts`. */
export interface Transport {
	/** @throws Refusal as the operation gave it */
	ask(request: HostRequest): Promise<HostAnswer>;
	close(): Promise<void>;
}
