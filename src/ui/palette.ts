import {
	clarityAddress,
	consultationAddress,
	decideAddress,
	importsAddress,
	interviewsAddress,
	introductionsAddress,
	newPersonAddress,
	settingsAddress,
	todayAddress
} from '#kernel/page-addresses.ts';
import type { IconName } from './icon-names.ts';

export interface Found {
	group: 'People' | 'Interviews' | 'Commands';
	label: string;
	beside?: string;
	href: string;
	icon: IconName;
}

const commandList: readonly [label: string, href: string, icon: IconName][] = [
	['Go to Today', todayAddress(), 'today'],
	['Sharpen your themes', clarityAddress(), 'clarity'],
	['Take the readiness check', clarityAddress('answers'), 'clarity'],
	['Add a person', newPersonAddress(), 'plus'],
	['Import your contacts', importsAddress(), 'upload'],
	['Open the interviews', interviewsAddress(), 'interviews'],
	['Ask for an introduction', introductionsAddress(), 'intro'],
	['Ask for a consultation', consultationAddress(), 'coach'],
	['Decide', decideAddress(), 'decide'],
	['Settings', settingsAddress(), 'settings'],
	['Pause the season', settingsAddress('pauses'), 'pause'],
	['Keys for programs', settingsAddress('keys'), 'key']
];

/** The commands of the command palette. */
export const commands = commandList.map(([label, href, icon]): Found => ({
	group: 'Commands',
	label,
	href,
	icon
}));

/** The entries whose label contains every typed word; all of them where nothing is typed. */
export function matching(items: readonly Found[], words: string): Found[] {
	const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
	return items.filter((item) => parts.every((part) => item.label.toLowerCase().includes(part)));
}
