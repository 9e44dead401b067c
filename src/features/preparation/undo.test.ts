import { afterAll, beforeAll } from 'vitest';
import { holdUndo, type MadeCase } from '#tests/support/undo.ts';
import * as preparation from './operations.server.ts';
import { operationsIn } from '#server/perform.ts';
import { openBriefs, type BriefSeason } from '#tests/support/briefs.ts';

let season: BriefSeason;
beforeAll(async () => {
	season = await openBriefs();
});
afterAll(() => season.close());

/** An interview with stored questions and texts. */
async function brief(): Promise<string> {
	const interviewId = await season.planned();
	await season.as(preparation.addQuestion, { interviewId, text: 'Which issue went wrong?' });
	await season.as(preparation.writeScript, { interviewId, text: 'I am Mara.' });
	await season.as(preparation.useStrengths, { interviewId, text: 'Leave silence' });
	return interviewId;
}

async function question() {
	const interviewId = await brief();
	const own = { interviewId, text: 'Which issue was the best?' };
	const { id } = await season.as(preparation.addQuestion, own);
	return { interviewId, id };
}

async function knownQuestion() {
	const asked = await question();
	const source = async (title: string) => {
		const found = { interviewId: asked.interviewId, kind: 'field' as const, title };
		return (await season.as(preparation.addSource, { ...found, link: 'https://a.example/' })).id;
	};
	return { asked, one: await source('One'), other: await source('Other') };
}

async function answer(count = 1) {
	const interviewId = await brief();
	const ids: string[] = [];
	for (let place = 0; place < count; place += 1) {
		const own = { interviewId, question: `What is ${place}?`, text: 'This.' };
		ids.push((await season.as(preparation.addAnswer, own)).id);
	}
	return { interviewId, id: ids[0] ?? '' };
}

async function strength() {
	const interviewId = await brief();
	const { offered } = (await season.brief(interviewId)).strengths;
	return { interviewId, strengthId: offered[0]?.id ?? '' };
}

async function goal() {
	const interviewId = await brief();
	const { id } = await season.as(preparation.addGoal, { interviewId, text: 'How one begins' });
	return { interviewId, id };
}

/** A text that is changed, and changed again in another window. */
function rewritten(
	input: Record<string, unknown>,
	write: (text: string) => Promise<unknown>
): MadeCase {
	return { input: { ...input, text: 'Mine' }, otherwise: () => write('Theirs') };
}

const { removeQuestion, restoreQuestion, markKnown, unmarkKnown } = preparation;

holdUndo(() => season, operationsIn(preparation), {
	'goals.add': async () => ({
		input: { interviewId: await brief(), text: 'How one begins' },
		otherwise: (_, { id = '' }) => season.as(preparation.changeGoal, { id, text: 'How one ends' })
	}),
	'goals.change': async () => {
		const { id } = await goal();
		return rewritten({ id }, (text) => season.as(preparation.changeGoal, { id, text }));
	},
	'goals.remove': async () => {
		const { interviewId, id } = await goal();
		const add = (text: string) => season.as(preparation.addGoal, { interviewId, text });
		await add('How one ends');
		return { input: { id }, otherwise: () => add('How one goes on') };
	},
	'questions.add': async () => {
		const interviewId = await brief();
		return {
			input: { interviewId, text: 'Which issue was the best?' },
			otherwise: (_, { id = '' }) =>
				season.as(preparation.changeQuestion, { interviewId, id, text: 'Which was not?' }),
			// Undo drops an added question instead of deleting it; the page can restore it.
			part: (table, row) => (table === 'questions' && row.removed_at !== null ? undefined : row)
		};
	},
	'questions.change': async () => {
		const asked = await question();
		return rewritten(asked, (text) => season.as(preparation.changeQuestion, { ...asked, text }));
	},
	'questions.remove': async () => {
		const asked = await question();
		return {
			input: asked,
			otherwise: async (pass) => {
				await season.as(restoreQuestion, asked);
				pass();
				await season.as(removeQuestion, asked);
			}
		};
	},
	'questions.restore': async () => {
		const asked = await question();
		await season.as(removeQuestion, asked);
		const text = 'Which was not?';
		return {
			input: asked,
			otherwise: () => season.as(preparation.changeQuestion, { ...asked, text })
		};
	},
	'questions.markKnown': async () => {
		const { asked, one, other } = await knownQuestion();
		return {
			input: { ...asked, sourceId: one },
			otherwise: async () => {
				await season.as(unmarkKnown, asked);
				await season.as(markKnown, { ...asked, sourceId: other });
			}
		};
	},
	'questions.unmarkKnown': async () => {
		const { asked, one, other } = await knownQuestion();
		await season.as(markKnown, { ...asked, sourceId: one });
		return {
			input: asked,
			otherwise: () => season.as(markKnown, { ...asked, sourceId: other })
		};
	},
	'questions.rewordCore': async () => {
		await brief();
		const core = { themeId: season.themeId, code: 'days' as const };
		return rewritten(core, (text) => season.as(preparation.rewordCore, { ...core, text }));
	},
	'script.write': async () => {
		const of = { interviewId: await brief() };
		return rewritten(of, (text) => season.as(preparation.writeScript, { ...of, text }));
	},
	'answers.write': async () => {
		const of = await answer();
		return rewritten(of, (text) => season.as(preparation.writeAnswer, { ...of, text }));
	},
	'answers.add': async () => {
		const interviewId = await brief();
		return {
			input: { interviewId, question: 'What else?', text: 'This.' },
			otherwise: (_, { id = '' }) =>
				season.as(preparation.writeAnswer, { interviewId, id, text: 'That.' })
		};
	},
	'answers.remove': async () => {
		const { interviewId, id } = await answer(5);
		const more = { interviewId, question: 'What else?' };
		return {
			input: { interviewId, id },
			otherwise: () => season.as(preparation.addAnswer, more)
		};
	},
	'strengths.choose': async () => {
		const chosen = await strength();
		return {
			input: chosen,
			otherwise: async (pass) => {
				await season.as(preparation.unchooseStrength, chosen);
				pass();
				await season.as(preparation.chooseStrength, chosen);
			}
		};
	},
	'strengths.unchoose': async () => {
		const chosen = await strength();
		await season.as(preparation.chooseStrength, chosen);
		return {
			input: chosen,
			otherwise: () => season.as(preparation.chooseStrength, chosen),
			already: true
		};
	},
	'strengths.use': async () => {
		const of = { interviewId: await brief() };
		return rewritten(of, (text) => season.as(preparation.useStrengths, { ...of, text }));
	}
});
