import { writeDebrief } from '#features/reflection/operations.server.ts';
import { autosaveHandler } from '../../autosave-handler.server.ts';
import type { RequestHandler } from './$types';

/**
 * Saves an answer of the debrief while it is written; without script the form of the page does the same.
 */
export const PUT: RequestHandler = autosaveHandler(writeDebrief);
