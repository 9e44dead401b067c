import { z } from 'zod';

/** How many rows of a table a workspace holds. */
export const held = z.object({ table: z.string(), rows: z.number() });
export type Held = z.infer<typeof held>;

/** How an export is written: as it is, or packed by gzip. */
export const leavingForm = z.enum(['json', 'json.gz'], 'Choose json or json.gz.');
