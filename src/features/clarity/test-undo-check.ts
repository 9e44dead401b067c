import type { Do } from '#tests/support/undo.ts';
import * as clarity from './operations.server.ts';
import { clarityCase } from './test-undo.ts';

const answers = { clarity: 4, satisfaction: 4, fear: 2, pressure: 2, confidence: 2 };
const reason = 'My aunt retires in June, and she is the editor I want to ask.';
const criterion = (perform: Do) => perform(clarity.addCriterion, { text: 'Working with words' });

/** What undoes each step with the check and its deal-breakers. */
export const checkCases = [
	clarityCase(clarity.answerReadiness, {
		input: () => answers,
		otherwise: (perform) => perform(clarity.answerReadiness, { ...answers, fear: 5 })
	}),
	clarityCase(clarity.overrideReadiness, {
		input: () => ({ reason }),
		otherwise: async (perform) => {
			await perform(clarity.withdrawOverride, {});
			return perform(clarity.overrideReadiness, { reason: 'Another one' });
		}
	}),
	clarityCase(clarity.withdrawOverride, {
		input: async (perform) => {
			await perform(clarity.overrideReadiness, { reason });
			return {};
		},
		otherwise: (perform) => perform(clarity.overrideReadiness, { reason: 'Another one' })
	}),
	clarityCase(clarity.markDealBreaker, {
		input: criterion,
		otherwise: async (perform, _, { id }) => {
			await perform(clarity.unmarkDealBreaker, { id });
			return perform(clarity.markDealBreaker, { id });
		}
	}),
	clarityCase(clarity.markDealBreaker, {
		when: 'after it was said that none is one',
		input: async (perform) => {
			const made = await criterion(perform);
			await perform(clarity.sayNoDealBreaker, {});
			return made;
		},
		otherwise: async (perform, _, { id }) => {
			await perform(clarity.unmarkDealBreaker, { id });
			return perform(clarity.sayNoDealBreaker, {});
		}
	}),
	clarityCase(clarity.unmarkDealBreaker, {
		input: async (perform) => {
			const made = await criterion(perform);
			await perform(clarity.markDealBreaker, made);
			return made;
		},
		otherwise: (perform) => perform(clarity.sayNoDealBreaker, {})
	}),
	clarityCase(clarity.sayNoDealBreaker, {
		input: async (perform) => {
			await criterion(perform);
			return {};
		},
		otherwise: async (perform) => {
			await perform(clarity.withdrawNoDealBreaker, {});
			return perform(clarity.sayNoDealBreaker, {});
		}
	}),
	clarityCase(clarity.withdrawNoDealBreaker, {
		input: async (perform) => {
			await criterion(perform);
			await perform(clarity.sayNoDealBreaker, {});
			return {};
		},
		otherwise: async (perform) => {
			const { id } = await perform(clarity.addCriterion, { text: 'Time' });
			return perform(clarity.markDealBreaker, { id });
		}
	})
];

const drafted = (perform: Do) => perform(clarity.draftConsultation, { coach: 'Ulla Berg' });

/** What undoes each step of a request for a clarity talk. */
export const consultationCases = [
	clarityCase(clarity.draftConsultation, {
		input: async (perform) => {
			await drafted(perform);
			return { coach: 'Another coach' };
		},
		otherwise: (perform, { id }) => perform(clarity.writeConsultation, { id, text: 'My words' })
	}),
	clarityCase(clarity.markConsultationSent, {
		input: drafted,
		otherwise: (perform, { id }) => perform(clarity.markConsultationHeld, { id })
	}),
	clarityCase(clarity.markConsultationHeld, {
		input: drafted,
		otherwise: drafted
	}),
	clarityCase(clarity.withdrawConsultation, {
		input: drafted,
		otherwise: async (perform) => {
			const { id } = await drafted(perform);
			return perform(clarity.markConsultationSent, { id });
		}
	})
];
