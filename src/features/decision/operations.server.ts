import type { AnyOperation } from '#server/perform.ts';
import {
	removeCounterEvidence,
	writeCounterEvidence
} from './operations/counter-evidence.server.ts';
import * as decisions from './operations/decisions.server.ts';
import * as experiments from './operations/experiments.server.ts';
import { seeTheme } from './operations/see-theme.server.ts';
import { seeDecision } from './operations/see.server.ts';

export * from './operations/counter-evidence.server.ts';
export * from './operations/decisions.server.ts';
export * from './operations/experiments.server.ts';
export * from './operations/see-theme.server.ts';
export * from './operations/see.server.ts';

export const decisionOperations = [
	seeDecision,
	seeTheme,
	writeCounterEvidence,
	removeCounterEvidence,
	...Object.values(decisions),
	...Object.values(experiments)
] as AnyOperation[];
