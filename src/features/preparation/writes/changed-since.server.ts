import { refuse } from '#kernel/refusal.ts';
import { isAsSeen } from '#server/text-digest.ts';

/**
 * Keeps what somebody wrote in another window from being written over.
 * @param was what the writer saw, or its sum; left out, whatever stands is replaced
 * @throws Refusal `preparation.changed-since` at the field
 */
export function requireUnchanged(stored: string, was: string | undefined, field = 'text'): void {
	if (isAsSeen(stored, was)) return;
	throw refuse(
		'conflict',
		'preparation.changed-since',
		'This was changed meanwhile, perhaps in another window. It stays as it is now; nothing you typed is lost.',
		field
	);
}
