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
	const goes = `${listed(parts)} ${parts.length > 1 ? 'are' : 'is'} deleted`;
	const known = person.email ?? person.profile;
	const stays = person.doNotContactAt && known ? ' The mark “Do not contact” stays.' : '';
	const notes =
		' Your notes on other conversations may still name this person; edit those yourself.';
	return `${sentenceCase(goes)}.${stays}${notes} This cannot be undone.`;
}

/** Explains how a forgotten person is recognised in later imports. */
export function whatStaysOut(by: 'address' | 'name'): string {
	return by === 'address'
		? 'Later imports do not add anyone with the same addresses.'
		: 'No address is known. Later imports leave out only this name at this workplace, and only rows without an address.';
}

/** Explains how a do-not-contact mark applies to later imports. */
export function whatStaysMarked(person: { email: string | null; profile: string | null }): string {
	return (person.email ?? person.profile)
		? 'Later imports do not change this mark.'
		: 'Later imports do not change this entry. But no address is known, so a later file may add this person a second time.';
}

/** Names the people who stayed when an import was undone, and why. */
export function whoStayed(undone: { stayed: number; names: string[] }): string {
	if (undone.stayed === 0) return 'Import undone. Your address book is as it was before.';
	const named = undone.names.slice(0, 3);
	const others = undone.stayed - named.length;
	const list = [...named, ...(others > 0 ? [counted(others, 'other', 'others')] : [])];
	const stay =
		undone.stayed === 1 ? 'stays, because this entry was' : 'stay, because these entries were';
	return `Import undone. ${listed(list)} ${stay} edited or used since.`;
}
