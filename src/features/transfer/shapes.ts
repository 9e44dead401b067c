import { z } from 'zod';

/** Rows of one table. */
export const held = z.object({ table: z.string(), rows: z.number() });

/** How an export is written: as it is, or packed by gzip. */
export const leavingForm = z.enum(['json', 'json.gz'], 'Choose json or json.gz.');
