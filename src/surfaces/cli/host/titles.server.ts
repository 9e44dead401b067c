import { z } from 'zod';
import {
	beginLexicon,
	commitLexicon,
	listLexicons,
	removeLexicon,
	stageTitles
} from '#features/people/writes/lexicons.server.ts';
import { hostCommand } from './command.server.ts';

const line = z.string().trim().min(1, 'Use a few words').max(300, 'At most 300 characters');
const id = z.uuid();
const titles = z
	.array(z.object({ title: z.string().max(200), family: z.string().max(200) }))
	.max(5000, 'At most 5,000 titles at once');

/**
 * A lexicon is loaded in batches: the client can show progress, and no transaction blocks others for
 * long.
 */
export const begin = hostCommand(
	z.object({ name: line, source: line, licence: line }),
	async (app, named) => ({
		id: await beginLexicon(app.database, { ...named, addedAt: app.clock.now() })
	})
);

export const stage = hostCommand(z.object({ id, titles }), async (app, input) => {
	await stageTitles(app.database, input.id, input.titles);
	return {};
});

export const commit = hostCommand(z.object({ id }), (app, input) =>
	commitLexicon(app.database, input.id, app.clock.now())
);

export const list = hostCommand(z.object({}), async (app) => ({
	lexicons: await listLexicons(app.database)
}));

export const remove = hostCommand(z.object({ name: line }), async (app, { name }) => {
	await removeLexicon(app.database, name);
	return {};
});
