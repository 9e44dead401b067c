import type { AnyOperation } from '#server/perform.ts';
import * as choosing from './operations/choosing.server.ts';
import * as consultationSteps from './operations/consultation-steps.server.ts';
import * as consultations from './operations/consultations.server.ts';
import * as criteria from './operations/criteria.server.ts';
import * as dealBreakers from './operations/deal-breakers.server.ts';
import * as options from './operations/options.server.ts';
import * as readiness from './operations/readiness.server.ts';
import * as seats from './operations/seats.server.ts';
import { seeClarity } from './operations/see.server.ts';
import * as selfNotes from './operations/self-notes.server.ts';
import * as themes from './operations/themes.server.ts';
import * as titles from './operations/titles.server.ts';

export * from './operations/choosing.server.ts';
export * from './operations/consultation-steps.server.ts';
export * from './operations/consultations.server.ts';
export * from './operations/criteria.server.ts';
export * from './operations/deal-breakers.server.ts';
export * from './operations/options.server.ts';
export * from './operations/readiness.server.ts';
export * from './operations/seats.server.ts';
export * from './operations/see.server.ts';
export * from './operations/self-notes.server.ts';
export * from './operations/themes.server.ts';
export * from './operations/titles.server.ts';

export const clarityOperations = [
	seeClarity,
	...Object.values(themes),
	...Object.values(titles),
	...Object.values(seats),
	...Object.values(choosing),
	...Object.values(selfNotes),
	...Object.values(criteria),
	...Object.values(dealBreakers),
	...Object.values(options),
	...Object.values(readiness),
	...Object.values(consultations),
	...Object.values(consultationSteps)
] as AnyOperation[];
