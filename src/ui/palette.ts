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
	['Open Today', todayAddress(), 'today'],
	['Edit themes', clarityAddress(), 'clarity'],
	['Take readiness check', clarityAddress('answers'), 'clarity'],
	['Add person', newPersonAddress(), 'plus'],
	['Import contacts', importsAddress(), 'upload'],
	['Open interviews', interviewsAddress(), 'interviews'],
	['Open introductions', introductionsAddress(), 'intro'],
	['Request a consultation', consultationAddress(), 'coach'],
	['Open Decide', decideAddress(), 'decide'],
	['Open settings', settingsAddress(), 'settings'],
	['Pause season', settingsAddress('pauses'), 'pause'],
	['Open API keys', settingsAddress('keys'), 'key']
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
