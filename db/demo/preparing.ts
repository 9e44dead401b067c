import {
	chooseStrength,
	draftScript,
	getBrief,
	useStrengths,
	writeAnswer,
	writeScript
} from '#features/preparation/operations.server.ts';
import type { Thread } from './beginning.ts';
import type { DemoStep, DemoRun } from './demo-run.ts';

const prepared: Record<string, string> = {
	'What have you done so far?':
		'Four talks with editors, a copy-editing course in spring, our staff newsletter for three years.',
	'What do you want from me?': 'Only how it is. And a name, if one comes to mind.'
};
const why = 'I like getting things exactly right. I would rather do it with sentences.';

/** Fills the brief of a talk; unless `complete`, the reason for changing careers is missing. */
async function prepare(demo: DemoRun, thread: Thread, complete: boolean): Promise<void> {
	const about = { interviewId: thread.id };
	const { text } = await demo.do(draftScript, about);
	await demo.do(writeScript, { ...about, text });
	const { answers, strengths } = await demo.do(getBrief, { id: thread.id });
	for (const { id, question } of answers) {
		const answer = prepared[question] ?? (complete ? why : undefined);
		if (answer) await demo.do(writeAnswer, { ...about, id, text: answer });
	}
	const strength = strengths.offered.find(({ text: words }) => words.startsWith('Getting shy'));
	if (strength) await demo.do(chooseStrength, { ...about, strengthId: strength.id });
	const use = 'Leave silence after the second question, and repeat their own words back once.';
	await demo.do(useStrengths, { ...about, text: use });
}

/** The step that fills the brief, on the evening before the talk or before today. */
export function preparing(demo: DemoRun, thread: Thread): DemoStep[] {
	const { meeting, held, name } = thread;
	if (!meeting) return [];
	if (held === undefined && name !== 'Inês Falcato') return [];
	const at = 'day' in meeting ? demo.instant(meeting.day + 1, '19:00') : demo.instant(1, '19:00');
	return [{ at, run: () => prepare(demo, thread, held !== undefined) }];
}
