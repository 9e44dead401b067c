import type { AnyOperation } from '#server/perform.ts';
import * as asked from './operations/asked.server.ts';
import * as asks from './operations/asks.server.ts';
import * as gatheringSteps from './operations/gathering-steps.server.ts';
import * as gatherings from './operations/gatherings.server.ts';
import * as introductions from './operations/introductions.server.ts';
import * as leading from './operations/leading.server.ts';
import * as met from './operations/met.server.ts';
import * as network from './operations/network.server.ts';
import * as schoolSteps from './operations/school-steps.server.ts';
import * as schools from './operations/schools.server.ts';

export * from './operations/asked.server.ts';
export * from './operations/asks.server.ts';
export * from './operations/gathering-steps.server.ts';
export * from './operations/gatherings.server.ts';
export * from './operations/introductions.server.ts';
export * from './operations/leading.server.ts';
export * from './operations/met.server.ts';
export * from './operations/network.server.ts';
export * from './operations/school-steps.server.ts';
export * from './operations/schools.server.ts';

export const introductionOperations = [
	...Object.values(network),
	...Object.values(asks),
	...Object.values(asked),
	...Object.values(introductions),
	...Object.values(leading),
	...Object.values(schools),
	...Object.values(schoolSteps),
	...Object.values(gatherings),
	...Object.values(gatheringSteps),
	...Object.values(met)
] as AnyOperation[];
