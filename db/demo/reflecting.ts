import { addDays, addHours } from '#kernel/clock.ts';
import {
	draftMessage,
	markSent,
	noteMessageAnswer,
	writeMessage
} from '#features/outreach/operations.server.ts';
import { addInsight, noteFavour, writeDebrief } from '#features/reflection/operations.server.ts';
import type { Thread } from './beginning.ts';
import { explorer } from './explorer.ts';
import type { Scene, Stage } from './stage.ts';
import type { DemoInsight } from './talks.ts';

const MILLIS_OF_MINUTE = 60_000;
/** Days after the talk on which partner and connector hear what came of it. */
const UPDATE_AFTER = 14;
const HOURS_TO_ANSWER = 30;

function thanks(
	{ name }: Thread,
	learned: readonly DemoInsight[]
): { subject: string; body: string } {
	const first = name.split(' ')[0] ?? name;
	const said = learned.find(({ words }) => words)?.words ?? learned[0]?.text ?? '';
	return {
		subject: 'Thank you for your time',
		body: `Dear ${first},\n\n“${said.replace(/\.$/, '')}” has not left me since we talked. I had pictured it otherwise, and it changes what I will ask the next person. Thank you for the minutes you did not have, and for saying the worst of it as plainly as the best.\n\n${explorer.name}`
	};
}

/** Sends a text in the words of the house, as an explorer in a hurry would. */
async function sendDraft(
	stage: Stage,
	thread: Thread,
	purpose: 'update' | 'connector-thanks' | 'connector-update'
): Promise<void> {
	const about = { interviewId: thread.id, purpose };
	const { body } = await stage.do(draftMessage, about);
	const filled = body.replace(/\{\{[^}]*\}\}/g, 'I ask shorter questions now, and wait longer');
	await stage.do(writeMessage, { ...about, subject: 'What came of it', body: filled });
	await stage.do(markSent, { ...about, through: 'copied' });
}

async function debrief(
	stage: Stage,
	thread: Thread,
	learned: readonly DemoInsight[]
): Promise<void> {
	const of = (stance: string): string =>
		learned.find((each) => each.stance === stance)?.text ?? 'Nothing that I would keep';
	await stage.do(writeDebrief, {
		interviewId: thread.id,
		surprised: learned.at(-1)?.text ?? '',
		energyBefore: 2,
		energyAfter: learned.filter(({ stance }) => stance === 'for').length > 3 ? 5 : 4,
		liked: of('for'),
		disliked: of('against'),
		askNext: 'Where they stand, not where they sit',
		...(thread.thanked ? { whoElse: 'Somebody who left the work', finish: 'yes' as const } : {})
	});
}

async function learn(
	stage: Stage,
	thread: Thread,
	learned: readonly DemoInsight[],
	criterionIds: readonly string[]
): Promise<void> {
	for (const { text, words, aspect, stance, strength, criterion, heard } of learned) {
		await stage.do(addInsight, {
			interviewId: thread.id,
			text,
			words,
			aspect,
			stance,
			strength,
			criterionId: criterion === '' ? null : (criterionIds[Number(criterion)] ?? null),
			heard
		});
	}
	const gave = `${thread.held ?? 0} minutes, and what nobody writes down`;
	const about = { interviewId: thread.id };
	await stage.do(noteFavour, { ...about, direction: 'from-partner', text: gave });
	await stage.do(noteFavour, {
		...about,
		direction: 'to-partner',
		text: 'A second pair of eyes on the figures of their next budget letter'
	});
}

/** After the goodbye: what was learned, the thank-you, and two weeks later what came of it. */
export function reflecting(
	stage: Stage,
	thread: Thread,
	learned: readonly DemoInsight[],
	criterionIds: readonly string[]
): Scene[] {
	const { meeting, held, thanked, connector } = thread;
	if (!meeting || held === undefined) return [];
	const end = new Date(Date.parse(stage.startOf(meeting)) + held * MILLIS_OF_MINUTE).toISOString();
	const scenes: Scene[] = [
		{ at: addHours(end, 1), play: () => debrief(stage, thread, learned) },
		{ at: addHours(end, 1), play: () => learn(stage, thread, learned, criterionIds) }
	];
	if (!thanked) return scenes;
	scenes.push({
		at: addHours(end, 3),
		play: async () => {
			const about = { interviewId: thread.id, purpose: 'thank-you' as const };
			await stage.do(writeMessage, { ...about, ...thanks(thread, learned) });
			await stage.do(markSent, { ...about, through: 'copied' });
			if (connector) await sendDraft(stage, thread, 'connector-thanks');
		}
	});
	const told = `${addDays(end.slice(0, 10), UPDATE_AFTER + 2)}T10:00:00.000Z`;
	if (told < stage.instant(0)) {
		scenes.push({
			at: told,
			play: async () => {
				await sendDraft(stage, thread, 'update');
				if (connector) await sendDraft(stage, thread, 'connector-update');
			}
		});
		const answered = addHours(told, HOURS_TO_ANSWER);
		if (answered < stage.instant(0)) {
			scenes.push({
				at: answered,
				play: () => stage.do(noteMessageAnswer, { interviewId: thread.id, purpose: 'update' })
			});
		}
	}
	return scenes;
}
