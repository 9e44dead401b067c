import type { Config } from '#server/config.ts';
import type { DataFolder } from '#server/data-folder.ts';
import type { Performer } from '#server/perform.ts';
import type { App } from '../../app.server.ts';

/** What host requests need of the running app. */
export interface HostContext extends Performer {
	config: Config;
	folder: Pick<DataFolder, 'path' | 'modes'>;
	log: Pick<App['log'], 'error'>;
}
