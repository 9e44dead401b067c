import type { RequestEvent } from '@sveltejs/kit';
import { addToTalk, noteHeld, unholdTalk } from '#features/talk/operations.server.ts';
import type { Kind } from '#features/talk/rules/events.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const currentPath = ({ url }: RequestEvent) => url.pathname;

/** A form action that adds an event of this kind to the talk; the fields of the form are its content. */
function eventAction(kind: Exclude<Kind, 'held'>) {
	return act(addToTalk, {
		from: () => ({ kind }),
		goTo: (_, event) => currentPath(event)
	});
}

/** Form actions of the talk, for the page without script. */
export const talkActions = {
	start: eventAction('started'),
	takeBack: eventAction('taken-back'),
	next: eventAction('question-shown'),
	keep: eventAction('note'),
	change: eventAction('note-changed'),
	remove: eventAction('note-removed'),
	tag: eventAction('note-tagged'),
	more: eventAction('extended'),
	goodbye: eventAction('goodbye'),
	resume: eventAction('resumed'),
	held: act(noteHeld, { goTo: (_, event) => currentPath(event) }),
	unhold: act(unholdTalk, { goTo: (_, event) => currentPath(event) })
};
