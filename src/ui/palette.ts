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
	{ group: 'Commands', label: 'Go to Today', href: '/', icon: 'today' },
	{ group: 'Commands', label: 'Sharpen your themes', href: '/clarity', icon: 'clarity' },
	{
		group: 'Commands',
		label: 'Take the readiness check',
		href: '/clarity#answers',
		icon: 'clarity'
	},
	{ group: 'Commands', label: 'Add a person', href: '/people/new', icon: 'plus' },
	{ group: 'Commands', label: 'Import your contacts', href: '/people/import', icon: 'upload' },
	{ group: 'Commands', label: 'Open the interviews', href: '/interviews', icon: 'interviews' },
	{ group: 'Commands', label: 'Ask for an introduction', href: '/introductions', icon: 'intro' },
	{ group: 'Commands', label: 'Ask for a consultation', href: '/consultation', icon: 'coach' },
	{ group: 'Commands', label: 'Decide', href: '/decide', icon: 'decide' },
	{ group: 'Commands', label: 'Settings', href: '/settings', icon: 'settings' },
	{ group: 'Commands', label: 'Pause the season', href: '/settings#pauses', icon: 'pause' },
	{ group: 'Commands', label: 'Keys for programs', href: '/settings#keys', icon: 'key' }
];

/** The commands that hold every typed word; all of them while nothing is typed. */
export function matching(items: readonly Found[], words: string): Found[] {
	const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
	return items.filter((item) => parts.every((part) => item.label.toLowerCase().includes(part)));
}
