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
import type { DemoStep, DemoRun } from './demo-run.ts';
import type { DemoInsight } from './talks.ts';

const MILLIS_OF_MINUTE = 60_000;
/** Days after the talk on which partner and connector get an update. */
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

/** Sends the template text with its placeholders filled in. */
async function sendDraft(
	demo: DemoRun,
	thread: Thread,
	purpose: 'update' | 'connector-thanks' | 'connector-update'
): Promise<void> {
	const about = { interviewId: thread.id, purpose };
	const { body } = await demo.do(draftMessage, about);
	const filled = body.replace(/\{\{[^}]*\}\}/g, 'I ask shorter questions now, and wait longer');
	await demo.do(writeMessage, { ...about, subject: 'What came of it', body: filled });
	await demo.do(markSent, { ...about, through: 'copied' });
}

async function debrief(
	demo: DemoRun,
	thread: Thread,
	learned: readonly DemoInsight[]
): Promise<void> {
	const of = (stance: string): string =>
		learned.find((each) => each.stance === stance)?.text ?? 'Nothing that I would keep';
	await demo.do(writeDebrief, {
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
	demo: DemoRun,
	thread: Thread,
	learned: readonly DemoInsight[],
	criterionIds: readonly string[]
): Promise<void> {
	for (const { text, words, aspect, stance, strength, criterion, heard } of learned) {
		await demo.do(addInsight, {
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
	await demo.do(noteFavour, { ...about, direction: 'from-partner', text: gave });
	await demo.do(noteFavour, {
		...about,
		direction: 'to-partner',
		text: 'A second pair of eyes on the figures of their next budget letter'
	});
}

/** The steps after a talk: debrief and insights, the thank-you, and the update two weeks later. */
export function reflecting(
	demo: DemoRun,
	thread: Thread,
	learned: readonly DemoInsight[],
	criterionIds: readonly string[]
): DemoStep[] {
	const { meeting, held, thanked, connector } = thread;
	if (!meeting || held === undefined) return [];
	const end = new Date(Date.parse(demo.startOf(meeting)) + held * MILLIS_OF_MINUTE).toISOString();
	const steps: DemoStep[] = [
		{ at: addHours(end, 1), run: () => debrief(demo, thread, learned) },
		{ at: addHours(end, 1), run: () => learn(demo, thread, learned, criterionIds) }
	];
	if (!thanked) return steps;
	steps.push({
		at: addHours(end, 3),
		run: async () => {
			const about = { interviewId: thread.id, purpose: 'thank-you' as const };
			await demo.do(writeMessage, { ...about, ...thanks(thread, learned) });
			await demo.do(markSent, { ...about, through: 'copied' });
			if (connector) await sendDraft(demo, thread, 'connector-thanks');
		}
	});
	const updatedAt = `${addDays(end.slice(0, 10), UPDATE_AFTER + 2)}T10:00:00.000Z`;
	if (updatedAt < demo.instant(0)) {
		steps.push({
			at: updatedAt,
			run: async () => {
				await sendDraft(demo, thread, 'update');
				if (connector) await sendDraft(demo, thread, 'connector-update');
			}
		});
		const answered = addHours(updatedAt, HOURS_TO_ANSWER);
		if (answered < demo.instant(0)) {
			steps.push({
				at: answered,
				run: () => demo.do(noteMessageAnswer, { interviewId: thread.id, purpose: 'update' })
			});
		}
	}
	return steps;
}
