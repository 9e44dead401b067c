import { clarityAddress } from '#kernel/page-addresses.ts';
import * as clarity from '#features/clarity/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const toLot = { goTo: (): string => clarityAddress('lot') };
const toOptions = { goTo: (): string => clarityAddress('options') };
const toThemes = { goTo: (): string => clarityAddress('themes') };
const toSeat = { goTo: ({ seat }: { seat: number }): string => clarityAddress(`seat${seat}`) };
const toSelf = { goTo: (): string => clarityAddress('self') };
const toCriteria = { goTo: (): string => clarityAddress('r-criteria') };
/** The list of each kind of note, so that the page opens there. */
const listOf = { interest: 'interests', strength: 'strengths', value: 'values' };

/** Form actions of the clarity page: themes, self-notes, criteria, options, readiness. */
export const clarityActions = {
	openTheme: act(clarity.openTheme, toSeat),
	describeTheme: act(clarity.describeTheme, toThemes),
	addTitle: act(clarity.addTitle, toThemes),
	renameTheme: act(clarity.renameTheme, toThemes),
	moveTheme: act(clarity.moveTheme, toThemes),
	parkTheme: act(clarity.parkTheme, toLot),
	unparkTheme: act(clarity.unparkTheme, toSeat),
	letGoTheme: act(clarity.letGoTheme, toLot),
	takeBackTheme: act(clarity.takeBackTheme, toLot),
	unchooseTheme: act(clarity.unchooseTheme, toLot),

	addNote: act(clarity.addSelfNote, {
		goTo: ({ kind }) => clarityAddress(`add-${listOf[kind]}`)
	}),
	changeNote: act(clarity.changeSelfNote, toSelf),
	removeNote: act(clarity.removeSelfNote, {
		goTo: ({ kind }) => clarityAddress(`r-${listOf[kind]}`)
	}),
	rankNote: act(clarity.rankSelfNote, toSelf),
	addCriterion: act(clarity.addCriterion, { goTo: () => clarityAddress('add-criteria') }),
	changeCriterion: act(clarity.changeCriterion, toCriteria),
	removeCriterion: act(clarity.removeCriterion, toCriteria),
	moveCriterion: act(clarity.moveCriterion, toCriteria),
	markDealBreaker: act(clarity.markDealBreaker, toCriteria),
	unmarkDealBreaker: act(clarity.unmarkDealBreaker, toCriteria),
	sayNoDealBreaker: act(clarity.sayNoDealBreaker, toCriteria),
	withdrawNoDealBreaker: act(clarity.withdrawNoDealBreaker, toCriteria),

	addOption: act(clarity.addOption, { goTo: () => clarityAddress('add-option') }),
	removeOption: act(clarity.removeOption, toOptions),
	answer: act(clarity.answerReadiness, { goTo: () => clarityAddress() }),
	override: act(clarity.overrideReadiness),
	withdrawOverride: act(clarity.withdrawOverride)
};
