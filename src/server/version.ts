import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from './project-root.ts';

const manifest = z
	.object({ version: z.string() })
	.parse(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')));

/** The version of this program, from package.json. */
export const version = manifest.version;
