import { listImports } from '#features/people/operations.server.ts';
import { readFor } from '#surfaces/pages.server.ts';
import { undo } from './[id]/import-actions.server.ts';
import { upload } from './upload.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => readFor(event, listImports, {});

export const actions: Actions = { read: upload, undo };
