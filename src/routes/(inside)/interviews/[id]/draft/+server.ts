import { writeMessage } from '#features/outreach/operations.server.ts';
import { keepTyped } from '../keep-typed.server.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = keepTyped(writeMessage);
