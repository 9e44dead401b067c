import { recordDecision, writeCounterEvidence } from '#features/decision/operations.server.ts';
import type { Scene, Stage } from './stage.ts';

/** One decision, two days ago: the theme with a deal-breaker is tested one rung further. */
export function deciding(stage: Stage, themeIds: readonly string[]): Scene[] {
	const themeId = themeIds[2] ?? '';
	return [
		{
			at: stage.instant(2, '18:30'),
			play: async () => {
				await stage.do(writeCounterEvidence, {
					themeId,
					text: 'Two years of evenings before I may sit alone with one pupil, and I would be forty-one.'
				});
				await stage.do(recordDecision, {
					themeId,
					outcome: 'test-further',
					nextRung: 'shadow',
					reasons:
						'Edda would do it again, and talked about the corridor before the office. I want to see a Wednesday before I count the evenings.',
					lookAgainOn: stage.day(-42),
					spared: 'Two years of evening study, begun on a daydream',
					sparedHours: 600
				});
			}
		}
	];
}
