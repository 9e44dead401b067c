import { deliverJob } from '#server/announce.ts';
import type { JobHandler } from '#server/jobs.ts';
import { deliver } from './deliver.server.ts';
import { hasRoom } from './room.server.ts';

export const webhookJobs: Record<string, JobHandler> = {
	[deliverJob]: { run: deliver, hasRoom }
};
