import type { RequestEvent } from '@sveltejs/kit';
import { addToTalk, noteHeld, unholdTalk } from '#features/talk/operations.server.ts';
import type { Kind } from '#features/talk/rules/events.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const here = ({ url }: RequestEvent) => url.pathname;

/** Action that adds an event of this kind to the talk, with the fields of the form. */
function happens(kind: Exclude<Kind, 'held'>) {
	return act(addToTalk, {
		from: () => ({ kind }),
		goTo: (_, event) => here(event)
	});
}

/** Actions of the talk page without script. */
export const talkActions = {
	start: happens('started'),
	takeBack: happens('taken-back'),
	next: happens('question-shown'),
	keep: happens('note'),
	change: happens('note-changed'),
	remove: happens('note-removed'),
	tag: happens('note-tagged'),
	more: happens('extended'),
	goodbye: happens('goodbye'),
	resume: happens('resumed'),
	held: act(noteHeld, { goTo: (_, event) => here(event) }),
	unhold: act(unholdTalk, { goTo: (_, event) => here(event) })
};
