import type { JobHandler } from '#server/job-worker.ts';
import { accountJobs } from '#features/account/jobs.server.ts';
import { peopleJobs } from '#features/people/jobs.server.ts';
import { transferJobs } from '#features/transfer/jobs.server.ts';
import { webhookJobs } from '#features/webhooks/jobs.server.ts';

/** The handler of each kind of job. */
export const jobHandlers: Record<string, JobHandler> = {
	...accountJobs,
	...peopleJobs,
	...webhookJobs,
	...transferJobs
};
