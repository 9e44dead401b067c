import { recordDecision, writeCounterEvidence } from '#features/decision/operations.server.ts';
import type { DemoStep, DemoRun } from './demo-run.ts';

/** The step of one decision, two days ago: the theme with a deal-breaker is tested further. */
export function deciding(demo: DemoRun, themeIds: readonly string[]): DemoStep[] {
	const themeId = themeIds[2] ?? '';
	return [
		{
			at: demo.instant(2, '18:30'),
			run: async () => {
				await demo.do(writeCounterEvidence, {
					themeId,
					text: 'Two years of evenings before I may sit alone with one pupil, and I would be forty-one.'
				});
				await demo.do(recordDecision, {
					themeId,
					outcome: 'test-further',
					nextRung: 'shadow',
					reasons:
						'Edda would do it again, and talked about the corridor before the office. I want to see a Wednesday before I count the evenings.',
					lookAgainOn: demo.day(-42),
					spared: 'Two years of evening study, begun on a daydream',
					sparedHours: 600
				});
			}
		}
	];
}
