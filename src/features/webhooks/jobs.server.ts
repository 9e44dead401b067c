import { deliverJob } from '#server/webhook-deliveries.ts';
import type { JobHandler } from '#server/job-worker.ts';
import { deliver } from './jobs/deliver.server.ts';
import { hasCapacity } from './jobs/slots.server.ts';

export const webhookJobs: Record<string, JobHandler> = {
	[deliverJob]: { run: deliver, hasCapacity }
};
