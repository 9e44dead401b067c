import {
	chooseStrength,
	draftScript,
	getBrief,
	useStrengths,
	writeAnswer,
	writeScript
} from '#features/preparation/operations.server.ts';
import type { Thread } from './beginning.ts';
import type { Scene, Stage } from './stage.ts';

const prepared: Record<string, string> = {
	'What have you done so far?':
		'Four talks with editors, a copy-editing course in spring, our staff newsletter for three years.',
	'What do you want from me?': 'Only how it is. And a name, if one comes to mind.'
};
const why = 'I like getting things exactly right. I would rather do it with sentences.';

/** The brief for a talk; `whole` leaves nothing out, else the reason for changing still misses. */
async function prepare(stage: Stage, thread: Thread, whole: boolean): Promise<void> {
	const about = { interviewId: thread.id };
	const { text } = await stage.do(draftScript, about);
	await stage.do(writeScript, { ...about, text });
	const { answers, strengths } = await stage.do(getBrief, { id: thread.id });
	for (const { id, question } of answers) {
		const answer = prepared[question] ?? (whole ? why : undefined);
		if (answer) await stage.do(writeAnswer, { ...about, id, text: answer });
	}
	const strength = strengths.offered.find(({ text: words }) => words.startsWith('Getting shy'));
	if (strength) await stage.do(chooseStrength, { ...about, strengthId: strength.id });
	const use = 'Leave silence after the second question, and repeat their own words back once.';
	await stage.do(useStrengths, { ...about, text: use });
}

/** What is written down before a talk, on the evening before it or today. */
export function preparing(stage: Stage, thread: Thread): Scene[] {
	const { meeting, held, name } = thread;
	if (!meeting) return [];
	if (held === undefined && name !== 'Inês Falcato') return [];
	const at = 'day' in meeting ? stage.instant(meeting.day + 1, '19:00') : stage.instant(1, '19:00');
	return [{ at, play: () => prepare(stage, thread, held !== undefined) }];
}
