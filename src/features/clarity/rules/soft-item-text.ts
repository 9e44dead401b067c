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
			`you rated your clarity about yourself ${given} of 5. It helps to rank what matters to you.`,
		task: {
			sentence: 'Review your interests, strengths and values. Put the most important ones first.',
			action: 'Review interests and strengths',
			anchor: clarityAddress('self')
		}
	},
	satisfaction: {
		warning: (given) =>
			`you rated your list of themes ${given} of 5. You can replace one theme with another.`,
		task: {
			sentence:
				'Which theme would you miss least? Move it to the parking lot to make room for another one.',
			action: 'Review themes',
			anchor: clarityAddress('themes')
		}
	},
	fear: {
		warning: (given) =>
			`you rated your fear of a wrong choice ${given} of 5. An interview does not commit you to anything.`,
		task: {
			sentence:
				'You can ask people about their work without making a choice. It can help to talk to someone first.',
			action: 'Talk it through',
			anchor: clarityAddress('consult')
		}
	},
	pressure: {
		warning: (given) =>
			`you rated pressure from others ${given} of 5. You can listen to them and still make your own choice.`,
		task: {
			sentence:
				'Someone outside your family and friends can help you separate their wishes from yours.',
			action: 'Talk it through',
			anchor: clarityAddress('consult')
		}
	},
	confidence: {
		warning: (given) =>
			`you rated your confidence to write to a stranger ${given} of 5. Start with people you are introduced to.`,
		task: {
			sentence:
				'Start with people you know, or with people they know. You do not have to write to strangers.',
			action: 'View people you know',
			anchor: peopleAddress()
		}
	}
};
