import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#server/perform.ts';
import {
	parkTheme as withoutSeat,
	swapThemes,
	unparkTheme as withLastSeat
} from '../rules/seats.ts';
import * as store from '../store.server.ts';
import { requirePlace } from './ranks.server.ts';
import {
	bringBack,
	endTheme,
	requireLiving,
	requireSameRest,
	seatsOf,
	takeSeats,
	themeIn,
	withSeat
} from './seating.server.ts';

/** How a theme was seen, where that must not have changed since. */
interface Was {
	seat?: number | null | undefined;
	lookAgainOn?: string | null | undefined;
	changedAt?: string | undefined;
}

interface Ending {
	id: string;
	was?: Pick<Was, 'seat' | 'changedAt'> | undefined;
}

/** @throws Refusal `themes.moved-since`, `themes.changed-elsewhere` */
function requireAsSeen(theme: store.ThemeRow, was: Ending['was']): void {
	requirePlace(theme.seat, was?.seat, 'themes.moved-since');
	if (was?.changedAt === undefined || was.changedAt === theme.changed_at) return;
	throw refuse(
		'conflict',
		'themes.changed-elsewhere',
		`More was said of ${theme.title} since, so it stays. Nothing was changed; let go of it by hand if it may go.`
	);
}

interface Back {
	id: string;
	/** the seat it had, where one is free */
	seat?: number | null | undefined;
}

/** Lets a theme rest in the parking lot; refusals as of `themes.park`. */
export async function parkTheme(
	{ scope, now, record }: Context,
	input: { id: string; lookAgainOn?: string | null | undefined; was?: Was | undefined }
) {
	const themes = await store.allThemes(scope);
	const theme = themeIn(themes, input.id);
	requireLiving(theme);
	requirePlace(theme.seat, input.was?.seat, 'themes.moved-since');
	requireSameRest(theme, input.was?.lookAgainOn);
	const seats = seatsOf(themes);
	await takeSeats(scope, now, themes, theme.seat === null ? seats : withoutSeat(seats, input.id), {
		[input.id]: { parked_at: theme.parked_at ?? now, look_again_on: input.lookAgainOn ?? null }
	});
	record({ verb: 'themes.parked', about: { kind: 'theme', id: input.id } });
	return { seat: theme.seat, lookAgainOn: theme.look_again_on };
}

/** Takes a theme out of the parking lot; refusals as of `themes.unpark`. */
export async function unparkTheme(
	{ scope, now, record }: Context,
	input: {
		id: string;
		seat?: number | null | undefined;
		instead?: string | null | undefined;
		restsUntil?: string | null | undefined;
		was?: Pick<Was, 'seat' | 'lookAgainOn'> | undefined;
	}
) {
	const themes = await store.allThemes(scope);
	const theme = themeIn(themes, input.id);
	requireLiving(theme);
	requireSameRest(theme, input.was?.lookAgainOn);
	const seats = seatsOf(themes);
	if (input.instead) {
		requirePlace(themeIn(themes, input.instead).seat, input.was?.seat, 'themes.moved-since');
	}
	const taken = input.instead
		? swapThemes(seats, input.instead, input.id)
		: withLastSeat(seats, input.id);
	const seated = input.seat ? withSeat(taken, input.id, input.seat) : taken;
	await takeSeats(scope, now, themes, seated, {
		[input.id]: { parked_at: null, look_again_on: null },
		...(input.instead
			? { [input.instead]: { parked_at: now, look_again_on: input.restsUntil ?? null } }
			: {})
	});
	record({ verb: 'themes.unparked', about: { kind: 'theme', id: input.id } });
	if (input.instead) {
		record({ verb: 'themes.parked', about: { kind: 'theme', id: input.instead } });
	}
	return {
		seat: seated.find((each) => each.id === input.id)?.seat ?? 1,
		lookAgainOn: theme.look_again_on
	};
}

/** Lets go of a theme; refusals as of `themes.letGo`. */
export async function letGoTheme({ scope, now, record }: Context, input: Ending) {
	const themes = await store.allThemes(scope);
	const theme = themeIn(themes, input.id);
	requireLiving(theme);
	requireAsSeen(theme, input.was);
	record({ verb: 'themes.letGo', about: { kind: 'theme', id: input.id } });
	return endTheme(scope, now, themes, theme, { let_go_at: now });
}

/** Takes back a theme that was let go; refusals as of `themes.takeBack`. */
export async function takeBackTheme({ scope, now, record }: Context, input: Back) {
	const themes = await store.allThemes(scope);
	const theme = themeIn(themes, input.id);
	if (theme.let_go_at === null) {
		throw refuse(
			'conflict',
			'themes.not-let-go',
			'You have not let go of this theme, or took it back already. Nothing was changed; look for it among your themes and in the parking lot.'
		);
	}
	record({ verb: 'themes.takenBack', about: { kind: 'theme', id: input.id } });
	return bringBack(scope, now, themes, theme, input.seat);
}

/** Chooses a theme; refusals as of `themes.choose`. */
export async function chooseTheme({ scope, now, record }: Context, input: Ending) {
	const themes = await store.allThemes(scope);
	const theme = themeIn(themes, input.id);
	requireLiving(theme);
	requireAsSeen(theme, input.was);
	record({ verb: 'themes.chosen', about: { kind: 'theme', id: input.id } });
	return endTheme(scope, now, themes, theme, { chosen_at: now });
}

/** Takes the choice of a theme back; refusals as of `themes.unchoose`. */
export async function unchooseTheme({ scope, now, record }: Context, input: Back) {
	const themes = await store.allThemes(scope);
	const theme = themeIn(themes, input.id);
	if (theme.chosen_at === null) {
		throw refuse(
			'conflict',
			'themes.not-chosen',
			'You have not chosen this theme, or took that back already. Nothing was changed; look for it among your themes and in the parking lot.'
		);
	}
	record({ verb: 'themes.unchosen', about: { kind: 'theme', id: input.id } });
	return bringBack(scope, now, themes, theme, input.seat);
}
