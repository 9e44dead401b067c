import { clarityAddress } from '#kernel/addresses.ts';
import * as clarity from '#features/clarity/operations.server.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const toLot = (): string => clarityAddress('lot');
const toThemes = (): string => clarityAddress('themes');
const toSeat = ({ seat }: { seat: number }): string => clarityAddress(`seat${seat}`);

/** The forms about themes: seats, parking lot, what a theme says. */
export const themeActions = {
	openTheme: act(clarity.openTheme, { goTo: toSeat }),
	describeTheme: act(clarity.describeTheme, {
		toast: (_, form) => (form.has('$quietly') ? null : undefined),
		goTo: toThemes
	}),
	addTitle: act(clarity.addTitle, { goTo: toThemes }),
	renameTheme: act(clarity.renameTheme, { goTo: toThemes }),
	moveTheme: act(clarity.moveTheme, { goTo: toThemes }),
	parkTheme: act(clarity.parkTheme, { goTo: toLot }),
	unparkTheme: act(clarity.unparkTheme, { goTo: toSeat }),
	letGoTheme: act(clarity.letGoTheme, { goTo: toLot }),
	takeBackTheme: act(clarity.takeBackTheme, { goTo: toLot }),
	unchooseTheme: act(clarity.unchooseTheme, { goTo: toLot })
};
