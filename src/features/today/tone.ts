import type { Next } from './schemas.ts';

/** CSS class of a next step's tone; the text says the same. */
export function toneClass(tone: Next['tone']): string | undefined {
	return tone === 'none' ? undefined : `is-${tone}`;
}
