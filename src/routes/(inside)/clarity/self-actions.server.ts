import { clarityAddress } from '#kernel/addresses.ts';
import * as clarity from '#features/clarity/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const toSelf = (): string => clarityAddress('self');
const toCriteria = (): string => clarityAddress('r-criteria');

/** Which list a note was added to, so that the page opens there. */
const listOf = { interest: 'interests', strength: 'strengths', value: 'values' };

/** The forms about who the explorer is: three lists of notes, criteria, deal-breakers. */
export const selfActions = {
	addNote: act(clarity.addSelfNote, { goTo: toSelf }),
	changeNote: act(clarity.changeSelfNote, { goTo: toSelf }),
	removeNote: act(clarity.removeSelfNote, { goTo: ({ kind }) => clarityAddress(`r-${listOf[kind]}`) }),
	rankNote: act(clarity.rankSelfNote, { goTo: toSelf }),
	addCriterion: act(clarity.addCriterion, { goTo: toCriteria }),
	changeCriterion: act(clarity.changeCriterion, { goTo: toCriteria }),
	removeCriterion: act(clarity.removeCriterion, { goTo: toCriteria }),
	moveCriterion: act(clarity.moveCriterion, { goTo: toCriteria }),
	markDealBreaker: act(clarity.markDealBreaker, { goTo: toCriteria }),
	unmarkDealBreaker: act(clarity.unmarkDealBreaker, { goTo: toCriteria }),
	sayNoDealBreaker: act(clarity.sayNoDealBreaker, { goTo: toCriteria }),
	withdrawNoDealBreaker: act(clarity.withdrawNoDealBreaker, { goTo: toCriteria })
};
