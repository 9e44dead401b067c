import {
	clarityAddress,
	decideAddress,
	interviewsAddress,
	introductionsAddress,
	peopleAddress,
	todayAddress
} from '#kernel/addresses.ts';
import type { IconName } from './icon-names.ts';

export interface MainPage {
	href: string;
	label: string;
	icon: IconName;
}

/** The pages of the rail, in the order of the journey. */
export const mainPages: readonly MainPage[] = [
	{ href: todayAddress(), label: 'Today', icon: 'today' },
	{ href: clarityAddress(), label: 'Clarity', icon: 'clarity' },
	{ href: peopleAddress(), label: 'People', icon: 'people' },
	{ href: introductionsAddress(), label: 'Introductions', icon: 'intro' },
	{ href: interviewsAddress(), label: 'Interviews', icon: 'interviews' },
	{ href: decideAddress(), label: 'Decide', icon: 'decide' }
];

const inSheet: ReadonlySet<string> = new Set([introductionsAddress(), decideAddress()]);
/** A thumb has room for four; the others are one press further. */
export const barPages = mainPages.filter(({ href }) => !inSheet.has(href));
export const sheetPages = mainPages.filter(({ href }) => inSheet.has(href));

/** Whether a page of the rail is where the reader is. */
export function isHere(href: string, pathname: string): boolean {
	return href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
}
