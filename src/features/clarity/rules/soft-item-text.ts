import { clarityAddress, peopleAddress } from '#kernel/page-addresses.ts';
import type { NextTask } from './finding.ts';
import type { SoftItem } from './readiness-facts.ts';

interface SoftItemText {
	/** the sentence shown for the answer as given */
	warning: (given: number) => string;
	task: Omit<NextTask, 'code'>;
}

/** Sentence and task for a low answer, in the method's order. */
export const softItemText: Record<SoftItem, SoftItemText> = {
	clarity: {
		warning: (given) =>
			`you gave being clear about yourself ${given} of 5. Ranking what matters helps more than thinking about it.`,
		task: {
			sentence:
				'Go through your interests, strengths and values once more. The order says the most.',
			action: 'Look at who I am',
			anchor: clarityAddress('self')
		}
	},
	satisfaction: {
		warning: (given) => `you gave your shortlist ${given} of 5. A theme may rest, another may sit.`,
		task: {
			sentence:
				'Which theme would you miss least? It may rest, and make room for one you would miss.',
			action: 'Look at my themes',
			anchor: clarityAddress('themes')
		}
	},
	fear: {
		warning: (given) =>
			`you gave the fear of choosing wrong ${given} of 5. A talk decides nothing, it only shows more.`,
		task: {
			sentence: 'Asking is not choosing. If it helps, talk the choice through with somebody first.',
			action: 'Talk it through',
			anchor: clarityAddress('consult')
		}
	},
	pressure: {
		warning: (given) =>
			`you gave pressure from others ${given} of 5. Their wishes can be heard and still be theirs.`,
		task: {
			sentence: 'Sorting whose wish is whose is easier with somebody outside of it.',
			action: 'Talk it through',
			anchor: clarityAddress('consult')
		}
	},
	confidence: {
		warning: (given) =>
			`you gave your confidence to write to a stranger ${given} of 5. Start with people you are introduced to.`,
		task: {
			sentence:
				'Start with people you know, or someone you know knows. Nobody has to be a stranger.',
			action: 'Look through my own circle',
			anchor: peopleAddress()
		}
	}
};
