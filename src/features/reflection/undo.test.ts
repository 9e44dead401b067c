import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTheme, parkTheme } from '#features/clarity/operations.server.ts';
import { performUndoable } from '#surfaces/undo.ts';
import { openSeason, type Season } from '#tests/support/season-parts.ts';
import { holdUndo } from '#tests/support/undo.ts';
import * as reflection from './operations.server.ts';
import { operationsIn } from '#server/perform.ts';
import { talked } from '#tests/support/talked.ts';

let season: Season;
beforeAll(async () => {
	season = await openSeason();
});
afterAll(() => season.close());

let people = 0;
const talk = () => talked(season, `Partner ${(people += 1)}`);
const learned = { text: 'Wednesdays are quiet', aspect: 'day-to-day', stance: 'for' } as const;
const given = { direction: 'to-partner', text: 'A book' } as const;

async function insight() {
	const interviewId = await talk();
	const one = { interviewId, ...learned, heard: 'before' as const, strength: 3 as const };
	return { interviewId, id: (await season.as(reflection.addInsight, one)).id };
}
async function favour() {
	const interviewId = await talk();
	return {
		interviewId,
		id: (await season.as(reflection.noteFavour, { interviewId, ...given })).id
	};
}
async function named() {
	const interviewId = await talk();
	const name = `Bettina ${(people += 1)}, Toronto`;
	return {
		interviewId,
		id: (await season.as(reflection.addNamedPerson, { interviewId, name })).id
	};
}

holdUndo(() => season, operationsIn(reflection), {
	'debrief.write': async () => {
		const interviewId = await talk();
		await season.as(reflection.writeDebrief, { interviewId, surprised: 'The corridor' });
		return {
			input: { interviewId, finish: 'yes' },
			otherwise: async (pass) => {
				await season.as(reflection.reopenDebrief, { interviewId });
				pass();
				await season.as(reflection.finishDebrief, { interviewId });
			}
		};
	},
	'insights.add': async () => ({
		input: { interviewId: await talk(), ...learned },
		otherwise: (_, { id = '' }) =>
			season.as(reflection.changeInsight, { id, text: 'Mondays are quiet' })
	}),
	'insights.change': async () => {
		const { id } = await insight();
		return {
			input: { id, text: 'Mondays are quiet', stance: 'against', strength: 1, heard: 'new' },
			otherwise: () => season.as(reflection.changeInsight, { id, words: 'Quiet.' })
		};
	},
	'insights.remove': async () => {
		const { interviewId, id } = await insight();
		const other = { ...learned, interviewId, id, text: 'Mondays are quiet' };
		return { input: { id }, otherwise: () => season.as(reflection.addInsight, other) };
	},
	'favours.note': async () => ({
		input: { interviewId: await talk(), ...given },
		otherwise: (_, { id = '' }) => season.as(reflection.changeFavour, { id, text: 'Two books' })
	}),
	'favours.remove': async () => {
		const { interviewId, id } = await favour();
		await season.as(reflection.giveFavour, { id });
		const other = { ...given, interviewId, id, text: 'Two books' };
		return { input: { id }, otherwise: () => season.as(reflection.noteFavour, other) };
	},
	'favours.give': async () => {
		const { id } = await favour();
		return {
			input: { id },
			otherwise: () => season.as(reflection.changeFavour, { id, text: 'Two books' })
		};
	},
	'namedPeople.add': async () => ({
		input: { interviewId: await talk(), name: 'Ottilie Brandvold' },
		otherwise: (_, { id = '' }) => season.as(reflection.addNamedPersonToBook, { id })
	}),
	'namedPeople.remove': async () => {
		const { interviewId, id } = await named();
		await season.as(reflection.addNamedPersonToBook, { id });
		const other = { interviewId, id, name: 'Ottilie Brandvold' };
		return { input: { id }, otherwise: () => season.as(reflection.addNamedPerson, other) };
	},
	'namedPeople.addToAddressBook': async () => {
		const { id } = await named();
		return {
			input: { id },
			otherwise: async (_, { personId = '' }) => {
				await season.as(reflection.removeNamedPersonFromBook, { id, personId });
				const other = await season.addPerson('Ottilie Brandvold');
				await season.as(reflection.addNamedPersonToBook, { id, personId: other });
			}
		};
	}
});

test('an insight is restored to its theme, though that is parked', async () => {
	const interviewId = await talk();
	const { id: themeId } = await season.as(openTheme, { title: 'Letterpress' });
	const { id } = await season.as(reflection.addInsight, { interviewId, ...learned, themeId });
	await season.as(parkTheme, { id: themeId });
	const change = { id, themeId: season.themeId };
	const { app, caller } = season;
	const { undo } = await performUndoable(app, reflection.changeInsight, caller, change);
	const back = await season.as(reflection.changeInsight, undo?.input as typeof change);
	expect(back.themeId).toBe(themeId);
});
