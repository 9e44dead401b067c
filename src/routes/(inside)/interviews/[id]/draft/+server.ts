import { writeMessage } from '#features/outreach/operations.server.ts';
import { keepTyped } from '../keep-typed.server.ts';
import type { RequestHandler } from './$types';

/** Saves a draft while it is written; without script the form of the page does the same. */
export const PUT: RequestHandler = keepTyped(writeMessage);
