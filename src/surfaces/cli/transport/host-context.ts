import type { Config } from '#server/config.ts';
import type { DataFolder } from '#server/data-folder.ts';
import type { Performer } from '#server/perform.ts';

/** What host requests need of the running app. */
export interface HostContext extends Performer {
	config: Config;
	folder: Pick<DataFolder, 'path' | 'modes'>;
	/** where errors are written that are no refusals */
	log: { error(facts: { error: unknown; path?: string }, message: string): void };
}
