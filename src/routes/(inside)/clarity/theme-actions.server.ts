import { clarityAddress } from '#kernel/addresses.ts';
import * as clarity from '#features/clarity/operations.server.ts';
import { seatNames } from '#features/clarity/part-words.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const text = (form: FormData, name: string): string => String(form.get(name) ?? '');
const toLot = (): string => clarityAddress('lot');
const toThemes = (): string => clarityAddress('themes');

/** The forms about themes: seats, parking lot, what a theme says. */
export const themeActions = {
	openTheme: act(clarity.openTheme, {
		toast: ({ id, seat }, form) => ({
			text: `${text(form, 'title').trim()} has the ${seatNames[seat - 1] ?? 'next'} seat`,
			undo: text(form, 'instead')
				? {
						operation: 'themes.unpark',
						fields: { id: text(form, 'instead'), instead: id, 'was.lookAgainOn': '' }
					}
				: { operation: 'themes.letGo', fields: { id } }
		}),
		goTo: ({ seat }) => clarityAddress(`seat${seat}`)
	}),
	describeTheme: act(clarity.describeTheme, {
		toast: (_, form) => (form.has('$quietly') ? undefined : { text: 'Kept' }),
		goTo: toThemes
	}),
	addTitle: act(clarity.addTitle, {
		toast: ({ titles, was }, form) => ({
			text: `Added: ${text(form, 'title')}`,
			undo: {
				operation: 'themes.describe',
				fields: { id: text(form, 'id'), titles: was, 'was.titles': titles }
			}
		}),
		goTo: toThemes
	}),
	renameTheme: act(clarity.renameTheme, {
		toast: ({ was }, form) => {
			const title = text(form, 'title').trim();
			const fields = { id: text(form, 'id'), title: was, was: title };
			return { text: `Now called ${title}`, undo: { operation: 'themes.rename', fields } };
		},
		goTo: toThemes
	}),
	moveTheme: act(clarity.moveTheme, {
		toast: ({ seat, was }, form) => ({
			text: `It has the ${seatNames[seat - 1] ?? 'next'} seat now`,
			undo: {
				operation: 'themes.move',
				fields: { id: text(form, 'id'), seat: String(was), was: String(seat) }
			}
		}),
		goTo: toThemes
	}),
	parkTheme: act(clarity.parkTheme, {
		toast: ({ seat, lookAgainOn }, form) => {
			const id = text(form, 'id');
			const rests = { 'was.lookAgainOn': text(form, 'lookAgainOn') };
			return seat === null
				? {
						text: 'The date is kept',
						undo: {
							operation: 'themes.park',
							fields: { id, lookAgainOn: lookAgainOn ?? '', ...rests }
						}
					}
				: {
						text: 'It rests. What you learned about it stays',
						undo: { operation: 'themes.unpark', fields: { id, seat: String(seat), ...rests } }
					};
		},
		goTo: toLot
	}),
	unparkTheme: act(clarity.unparkTheme, {
		toast: ({ seat, lookAgainOn }, form) => {
			const [id, instead] = [text(form, 'id'), text(form, 'instead')];
			return {
				text: `It has the ${seatNames[seat - 1] ?? 'next'} seat now`,
				undo: instead
					? {
							operation: 'themes.unpark',
							fields: { id: instead, instead: id, 'was.lookAgainOn': '' }
						}
					: {
							operation: 'themes.park',
							fields: { id, lookAgainOn: lookAgainOn ?? '', 'was.seat': String(seat) }
						}
			};
		},
		goTo: ({ seat }) => clarityAddress(`seat${seat}`)
	}),
	letGoTheme: act(clarity.letGoTheme, {
		toast: ({ seat }, form) => ({
			text: 'You let go of it. What you learned about it stays',
			undo: {
				operation: 'themes.takeBack',
				fields: { id: text(form, 'id'), seat: seat === null ? '' : String(seat) }
			}
		}),
		goTo: toLot
	}),
	takeBackTheme: act(clarity.takeBackTheme, {
		toast: ({ seat }, form) => ({
			text: seat === null ? 'It rests in the parking lot' : 'It has a seat again',
			undo: { operation: 'themes.letGo', fields: { id: text(form, 'id') } }
		}),
		goTo: toLot
	}),
	unchooseTheme: act(clarity.unchooseTheme, {
		toast: ({ seat }, form) => ({
			text: seat === null ? 'It rests in the parking lot' : 'It has a seat again',
			undo: { operation: 'themes.choose', fields: { id: text(form, 'id') } }
		}),
		goTo: toLot
	})
};
