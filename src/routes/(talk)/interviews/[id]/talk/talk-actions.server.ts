import type { RequestEvent } from '@sveltejs/kit';
import { addToTalk, noteHeld, unholdTalk } from '#features/talk/operations.server.ts';
import type { Kind } from '#features/talk/rules/events.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const here = ({ url }: RequestEvent) => url.pathname;

/** A form of the talk's page: what happens is the form, the rest its fields. */
function happens(kind: Exclude<Kind, 'held'>) {
	return act(addToTalk, {
		from: () => ({ kind }),
		goTo: (_, event) => here(event)
	});
}

/** The page without script: each press is a form. */
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
