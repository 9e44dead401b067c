import { writeMessage } from '#features/outreach/operations.server.ts';
import { autosaveHandler } from '../autosave-handler.server.ts';
import type { RequestHandler } from './$types';

/** Saves a draft while it is written; without script the form of the page does the same. */
export const PUT: RequestHandler = autosaveHandler(writeMessage);
