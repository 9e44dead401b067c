import {
	clarityAddress,
	decideAddress,
	interviewsAddress,
	introductionsAddress,
	peopleAddress,
	todayAddress
} from '#kernel/page-addresses.ts';
import type { IconName } from './icon-names.ts';

export interface MainPage {
	href: string;
	label: string;
	icon: IconName;
}

/** The main pages in the navigation, in the order of the method. */
export const mainPages: readonly MainPage[] = [
	{ href: todayAddress(), label: 'Today', icon: 'today' },
	{ href: clarityAddress(), label: 'Clarity', icon: 'clarity' },
	{ href: peopleAddress(), label: 'People', icon: 'people' },
	{ href: introductionsAddress(), label: 'Introductions', icon: 'intro' },
	{ href: interviewsAddress(), label: 'Interviews', icon: 'interviews' },
	{ href: decideAddress(), label: 'Decide', icon: 'decide' }
];

const inSheet: ReadonlySet<string> = new Set([introductionsAddress(), decideAddress()]);
/** The bottom bar of a phone has four pages; the others are in its menu. */
export const barPages = mainPages.filter(({ href }) => !inSheet.has(href));
export const sheetPages = mainPages.filter(({ href }) => inSheet.has(href));

/** Whether a page of the navigation, or one below it, is the current page. */
export function isHere(href: string, pathname: string): boolean {
	return href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
}
