import { afterAll, beforeAll } from 'vitest';
import { holdUndo, type MadeCase } from '#tests/support/undo.ts';
import * as preparation from './operations.server.ts';
import { operationsIn } from '#server/perform.ts';
import { openBriefs, type BriefHouse } from './test-brief.ts';

let house: BriefHouse;
beforeAll(async () => {
	house = await openBriefs();
});
afterAll(() => house.close());

/** An interview whose questions and texts are written down. */
async function brief(): Promise<string> {
	const interviewId = await house.planned();
	await house.as(preparation.addQuestion, { interviewId, text: 'Which issue went wrong?' });
	await house.as(preparation.writeScript, { interviewId, text: 'I am Mara.' });
	await house.as(preparation.useStrengths, { interviewId, text: 'Leave silence' });
	return interviewId;
}

async function question() {
	const interviewId = await brief();
	const own = { interviewId, text: 'Which issue was the best?' };
	const { id } = await house.as(preparation.addQuestion, own);
	return { interviewId, id };
}

async function knownQuestion() {
	const asked = await question();
	const source = async (title: string) => {
		const found = { interviewId: asked.interviewId, kind: 'field' as const, title };
		return (await house.as(preparation.addSource, { ...found, link: 'https://a.example/' })).id;
	};
	return { asked, one: await source('One'), other: await source('Other') };
}

async function answer(count = 1) {
	const interviewId = await brief();
	const ids: string[] = [];
	for (let place = 0; place < count; place += 1) {
		const own = { interviewId, question: `What is ${place}?`, text: 'This.' };
		ids.push((await house.as(preparation.addAnswer, own)).id);
	}
	return { interviewId, id: ids[0] ?? '' };
}

async function strength() {
	const interviewId = await brief();
	const { offered } = (await house.brief(interviewId)).strengths;
	return { interviewId, strengthId: offered[0]?.id ?? '' };
}

async function goal() {
	const interviewId = await brief();
	const { id } = await house.as(preparation.addGoal, { interviewId, text: 'How one begins' });
	return { interviewId, id };
}

/** A text that is written anew, and once more in another window. */
function rewritten(
	input: Record<string, unknown>,
	write: (text: string) => Promise<unknown>
): MadeCase {
	return { input: { ...input, text: 'Mine' }, otherwise: () => write('Theirs') };
}

const { removeQuestion, restoreQuestion, markKnown, unmarkKnown } = preparation;

holdUndo(() => house, operationsIn(preparation), {
	'goals.add': async () => ({
		input: { interviewId: await brief(), text: 'How one begins' },
		otherwise: (_, { id = '' }) => house.as(preparation.changeGoal, { id, text: 'How one ends' })
	}),
	'goals.change': async () => {
		const { id } = await goal();
		return rewritten({ id }, (text) => house.as(preparation.changeGoal, { id, text }));
	},
	'goals.remove': async () => {
		const { interviewId, id } = await goal();
		const add = (text: string) => house.as(preparation.addGoal, { interviewId, text });
		await add('How one ends');
		return { input: { id }, otherwise: () => add('How one goes on') };
	},
	'questions.add': async () => {
		const interviewId = await brief();
		return {
			input: { interviewId, text: 'Which issue was the best?' },
			otherwise: (_, { id = '' }) =>
				house.as(preparation.changeQuestion, { interviewId, id, text: 'Which was not?' }),
			// What was added is let go, not deleted; it can be brought back from the page.
			part: (table, row) => (table === 'questions' && row.let_go_at !== null ? undefined : row)
		};
	},
	'questions.change': async () => {
		const asked = await question();
		return rewritten(asked, (text) => house.as(preparation.changeQuestion, { ...asked, text }));
	},
	'questions.remove': async () => {
		const asked = await question();
		return {
			input: asked,
			otherwise: async (pass) => {
				await house.as(restoreQuestion, asked);
				pass();
				await house.as(removeQuestion, asked);
			}
		};
	},
	'questions.restore': async () => {
		const asked = await question();
		await house.as(removeQuestion, asked);
		const text = 'Which was not?';
		return {
			input: asked,
			otherwise: () => house.as(preparation.changeQuestion, { ...asked, text })
		};
	},
	'questions.markKnown': async () => {
		const { asked, one, other } = await knownQuestion();
		return {
			input: { ...asked, sourceId: one },
			otherwise: async () => {
				await house.as(unmarkKnown, asked);
				await house.as(markKnown, { ...asked, sourceId: other });
			}
		};
	},
	'questions.unmarkKnown': async () => {
		const { asked, one, other } = await knownQuestion();
		await house.as(markKnown, { ...asked, sourceId: one });
		return {
			input: asked,
			otherwise: () => house.as(markKnown, { ...asked, sourceId: other })
		};
	},
	'questions.rewordCore': async () => {
		await brief();
		const core = { themeId: house.themeId, code: 'days' as const };
		return rewritten(core, (text) => house.as(preparation.rewordCore, { ...core, text }));
	},
	'script.write': async () => {
		const of = { interviewId: await brief() };
		return rewritten(of, (text) => house.as(preparation.writeScript, { ...of, text }));
	},
	'answers.write': async () => {
		const of = await answer();
		return rewritten(of, (text) => house.as(preparation.writeAnswer, { ...of, text }));
	},
	'answers.add': async () => {
		const interviewId = await brief();
		return {
			input: { interviewId, question: 'What else?', text: 'This.' },
			otherwise: (_, { id = '' }) =>
				house.as(preparation.writeAnswer, { interviewId, id, text: 'That.' })
		};
	},
	'answers.remove': async () => {
		const { interviewId, id } = await answer(5);
		const more = { interviewId, question: 'What else?' };
		return {
			input: { interviewId, id },
			otherwise: () => house.as(preparation.addAnswer, more)
		};
	},
	'strengths.choose': async () => {
		const chosen = await strength();
		return {
			input: chosen,
			otherwise: async (pass) => {
				await house.as(preparation.unchooseStrength, chosen);
				pass();
				await house.as(preparation.chooseStrength, chosen);
			}
		};
	},
	'strengths.unchoose': async () => {
		const chosen = await strength();
		await house.as(preparation.chooseStrength, chosen);
		return {
			input: chosen,
			otherwise: () => house.as(preparation.chooseStrength, chosen),
			already: true
		};
	},
	'strengths.use': async () => {
		const of = { interviewId: await brief() };
		return rewritten(of, (text) => house.as(preparation.useStrengths, { ...of, text }));
	}
});
