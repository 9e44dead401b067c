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
} from '#kernel/addresses.ts';
import type { IconName } from './icon-names.ts';

export interface Found {
	group: 'People' | 'Interviews' | 'Commands';
	label: string;
	beside?: string;
	href: string;
	icon: IconName;
}

/** What one can do from anywhere. */
export const commands: readonly Found[] = [
	{ group: 'Commands', label: 'Go to Today', href: todayAddress(), icon: 'today' },
	{ group: 'Commands', label: 'Sharpen your themes', href: clarityAddress(), icon: 'clarity' },
	{
		group: 'Commands',
		label: 'Take the readiness check',
		href: clarityAddress('answers'),
		icon: 'clarity'
	},
	{ group: 'Commands', label: 'Add a person', href: newPersonAddress(), icon: 'plus' },
	{ group: 'Commands', label: 'Import your contacts', href: importsAddress(), icon: 'upload' },
	{
		group: 'Commands',
		label: 'Open the interviews',
		href: interviewsAddress(),
		icon: 'interviews'
	},
	{
		group: 'Commands',
		label: 'Ask for an introduction',
		href: introductionsAddress(),
		icon: 'intro'
	},
	{
		group: 'Commands',
		label: 'Ask for a consultation',
		href: consultationAddress(),
		icon: 'coach'
	},
	{ group: 'Commands', label: 'Decide', href: decideAddress(), icon: 'decide' },
	{ group: 'Commands', label: 'Settings', href: settingsAddress(), icon: 'settings' },
	{ group: 'Commands', label: 'Pause the season', href: settingsAddress('pauses'), icon: 'pause' },
	{ group: 'Commands', label: 'Keys for programs', href: settingsAddress('keys'), icon: 'key' }
];

/** The commands that hold every typed word; all of them while nothing is typed. */
export function matching(items: readonly Found[], words: string): Found[] {
	const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
	return items.filter((item) => parts.every((part) => item.label.toLowerCase().includes(part)));
}
