import { z } from 'zod';
import {
	beginLexicon,
	commitLexicon,
	listLexicons,
	removeLexicon,
	stageTitles
} from '#features/people/writes/lexicons.server.ts';
import type { Served } from '../ways/served.ts';

const line = z.string().trim().min(1, 'Say it in a few words').max(300, 'At most 300 characters');
const id = z.uuid();
const titles = z
	.array(z.object({ title: z.string().max(200), family: z.string().max(200) }))
	.max(5000, 'At most 5,000 titles at once');

/** Loading goes in steps, so that whoever waits sees how far it is and nobody else waits. */
const begin = {
	input: z.object({ name: line, source: line, licence: line }),
	run: async (app: Served, named: { name: string; source: string; licence: string }) => ({
		id: await beginLexicon(app.database, { ...named, addedAt: app.clock.now() })
	})
};

const stage = {
	input: z.object({ id, titles }),
	run: async (app: Served, input: { id: string; titles: z.output<typeof titles> }) => {
		await stageTitles(app.database, input.id, input.titles);
		return {};
	}
};

const commit = {
	input: z.object({ id }),
	run: (app: Served, input: { id: string }) =>
		commitLexicon(app.database, input.id, app.clock.now())
};

const list = {
	input: z.object({}),
	run: async (app: Served) => ({ lexicons: await listLexicons(app.database) })
};

const remove = {
	input: z.object({ name: line }),
	run: async (app: Served, { name }: { name: string }) => {
		await removeLexicon(app.database, name);
		return {};
	}
};

export const titleCommands = { begin, stage, commit, list, remove };
