import { clarityAddress } from '#kernel/addresses.ts';
import * as clarity from '#features/clarity/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const toLot = (): string => clarityAddress('options');

/** The forms about the check: other options, the five answers, the override. */
export const checkActions = {
	addOption: act(clarity.addOption, { goTo: toLot }),
	removeOption: act(clarity.removeOption, { goTo: toLot }),
	answer: act(clarity.answerReadiness, { goTo: () => clarityAddress() }),
	override: act(clarity.overrideReadiness),
	withdrawOverride: act(clarity.withdrawOverride)
};
