import { z } from 'zod';

/** Number of rows of a table in a workspace. */
export const held = z.object({ table: z.string(), rows: z.number() });
export type Held = z.infer<typeof held>;

/** Format of an export: plain JSON, or compressed by gzip. */
export const exportFormat = z.enum(['json', 'json.gz'], 'Choose json or json.gz.');
