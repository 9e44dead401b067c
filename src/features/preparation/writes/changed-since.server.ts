import { refuseConflict } from '#kernel/refusal.ts';
import { isUnchanged } from '#server/text-digest.ts';

/**
 * Prevents overwriting a text that was changed in another window.
 * @param was expected current text or its hash; left out, it is not checked
 * @throws Refusal `preparation.changed-since` at the field
 */
export function requireUnchanged(stored: string, was: string | undefined, field = 'text'): void {
	if (isUnchanged(stored, was)) return;
	throw refuseConflict(
		'preparation.changed-since',
		'This was changed in the meantime, perhaps in another window. Nothing was overwritten, and nothing you typed is lost. Check the saved version before you save again.',
		field
	);
}
