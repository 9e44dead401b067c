import type { AnyOperation } from '#server/perform.ts';
import * as workspace from './operations/workspace.server.ts';

export * from './operations/workspace.server.ts';

export const transferOperations = [
	workspace.seeAccount,
	workspace.exportWorkspace,
	workspace.importWorkspace,
	workspace.eraseAccount
] as AnyOperation[];
