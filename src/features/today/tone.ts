import type { Next } from './schemas.ts';

/** How what comes next stands out; a word says it too. */
export function toneClass(tone: Next['tone']): string | undefined {
	return tone === 'none' ? undefined : `is-${tone}`;
}
