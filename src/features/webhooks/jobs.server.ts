import { deliverJob } from '#server/announce.ts';
import type { JobHandler } from '#server/jobs.ts';
import { deliver } from './jobs/deliver.server.ts';
import { hasRoom } from './jobs/room.server.ts';

export const webhookJobs: Record<string, JobHandler> = {
	[deliverJob]: { run: deliver, hasRoom }
};
