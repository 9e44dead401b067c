import type { ThemeFacts } from './readiness-facts.ts';

/** The three things each theme says before one asks about it (method 1), in the page's words. */
export const describedParts: readonly {
	field: keyof Pick<ThemeFacts, 'activity' | 'setting' | 'pull'>;
	name: string;
	action: string;
}[] = [
	{ field: 'activity', name: 'what you would do', action: 'Say what you would do' },
	{ field: 'setting', name: 'where and with whom', action: 'Say where and with whom' },
	{ field: 'pull', name: 'why it pulls', action: 'Say why it pulls' }
];
