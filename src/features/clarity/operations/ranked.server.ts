import { z } from 'zod';
import { undoneBy, type UndoStep } from '#kernel/operation.ts';
import { oneIn } from '#kernel/refusal.ts';
import { exampleId } from '#method/field-schemas.ts';
import { operation } from '#server/perform.ts';
import { moveTo } from '../rules/ranking.ts';
import { id, noteText, position } from '../schemas.ts';
import { requirePlace, requireText, writeRanks, type RankedList } from '../writes/ranks.server.ts';

interface Words {
	change: { summary: string; example: string };
	move: { verb: string; event: string; summary: string };
}

/**
 * Makes the two operations of a ranked list: one changes an entry's text, one moves it to another
 * rank (1 is the top, beyond the end means the end). Each returns the former value and refuses when
 * the current one is not the expected `was`.
 */
export function ranked<Entry extends { id: string; text: string; rank: number }>(
	list: RankedList<Entry>,
	{ change, move }: Words
) {
	const changing = operation({
		name: `${list.group}.change`,
		http: { verb: 'PATCH', path: `${list.path}/{id}` },
		summary: change.summary,
		effect: 'write',
		input: z.object({ id, text: noteText, was: noteText.optional() }),
		output: z.object({ was: z.string() }),
		example: { id: exampleId, text: change.example },
		said: 'Saved',
		undo: ({ was: text }, { id, text: was }): UndoStep => undoneBy(changing, { id, text, was }),
		run: async ({ scope, record }, { id, text, was }) => {
			const entry = oneIn(await list.read(scope), id, list.noun);
			requireText(entry.text, was, `${list.group}.changed-elsewhere`);
			await list.change(scope, id, { text });
			record({ verb: `${list.group}.changed`, about: { kind: list.kind, id } });
			return { was: entry.text };
		}
	});
	const moving = operation({
		name: `${list.group}.${move.verb}`,
		http: { verb: 'PUT', path: `${list.path}/{id}/rank` },
		summary: move.summary,
		effect: 'write',
		input: z.object({ id, position, was: position.optional() }),
		output: z.object({ position: z.number(), was: z.number() }),
		example: { id: exampleId, position: 1 },
		said: 'Order saved',
		undo: ({ position: was, was: position }, { id }): UndoStep =>
			undoneBy(moving, { id, position, was }),
		run: async ({ scope, record }, { id, position, was }) => {
			const all = await list.read(scope);
			const entry = oneIn(all, id, list.noun);
			requirePlace(entry.rank, was, `${list.group}.moved-since`);
			const among = list.among(all, entry);
			await writeRanks(list, scope, moveTo(among, id, position));
			record({
				verb: `${list.group}.${move.event}`,
				about: { kind: list.kind, id }
			});
			return { position: Math.min(position, among.length), was: entry.rank };
		}
	});
	return [changing, moving] as const;
}
