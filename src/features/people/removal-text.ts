import { listed, sentenceCase } from '#kernel/number-text.ts';
import { counted } from '#ui/text.ts';

/** Explains what erasing a person deletes and what stays. */
export function whatGoes(person: {
	doNotContactAt: string | null;
	email: string | null;
	profile: string | null;
	goes: { interviews: number; messages: number; introductions: number };
}): string {
	const { interviews, messages, introductions } = person.goes;
	const parts = [
		'the entry',
		interviews > 0 && counted(interviews, 'interview', 'interviews'),
		messages > 0 && counted(messages, 'message', 'messages'),
		introductions > 0 && counted(introductions, 'introduction', 'introductions')
	].filter((part) => part !== false);
	const goes = `${listed(parts)} ${parts.length > 1 ? 'go' : 'goes'}`;
	const known = person.email ?? person.profile;
	const stays = person.doNotContactAt && known ? ' That they must not be contacted stays.' : '';
	const notes = ' What you wrote about them in notes of other talks stays yours to change.';
	return `${sentenceCase(goes)}, for good.${stays}${notes}`;
}

/** Explains how a forgotten person is recognised in later imports. */
export function whatStaysOut(by: 'address' | 'name'): string {
	return by === 'address'
		? 'No later import brings anybody in by their addresses.'
		: 'No address of theirs is known, so a later import leaves out only this name at this workplace, and only where the file gives no address.';
}

/** Explains how a do-not-contact mark applies to later imports. */
export function whatStaysMarked(person: { email: string | null; profile: string | null }): string {
	return (person.email ?? person.profile)
		? 'No later import changes that.'
		: 'No later import changes this entry. Without an address a later file may bring the same person as another one.';
}

/** Names the people who stayed when an import was undone, and why. */
export function whoStayed(undone: { stayed: number; names: string[] }): string {
	if (undone.stayed === 0) return 'Undone. Your people are as they were before.';
	const named = undone.names.slice(0, 3);
	const others = undone.stayed - named.length;
	const list = [...named, ...(others > 0 ? [counted(others, 'other', 'others')] : [])];
	const stay = undone.stayed === 1 ? 'stays' : 'stay';
	return `Undone. ${listed(list)} ${stay}: by now there is more to tell of them.`;
}
