import type { RequestEvent } from '@sveltejs/kit';
import { addToTalk, noteHeld, unholdTalk } from '#features/talk/operations.server.ts';
import type { Kind } from '#features/talk/rules/events.ts';
import { act } from '#surfaces/forms/actions.server.ts';

const here = ({ url }: RequestEvent) => url.pathname;

/** A form of the talk's page: what happens is the form, the rest its fields. */
function happens(name: string, kind: Exclude<Kind, 'held'>) {
	return act(name, addToTalk, {
		from: ({ params }) => ({ interviewId: params.id ?? '', kind }),
		goTo: (_, event) => here(event)
	});
}

const from = ({ params }: RequestEvent) => ({ interviewId: params.id ?? '' });

/** The page without script: each press is a form. */
export const talkActions = {
	start: happens('start', 'started'),
	takeBack: happens('takeBack', 'taken-back'),
	next: happens('next', 'question-shown'),
	keep: happens('keep', 'note'),
	change: happens('change', 'note-changed'),
	remove: happens('remove', 'note-removed'),
	tag: happens('tag', 'note-tagged'),
	more: happens('more', 'extended'),
	goodbye: happens('goodbye', 'goodbye'),
	resume: happens('resume', 'resumed'),
	held: act('held', noteHeld, {
		from,
		toast: ({ interviewId, heldAt }) => ({
			text: 'Noted: you talked',
			undo: { operation: 'talks.unhold', fields: { interviewId, heldAt } }
		}),
		goTo: (_, event) => here(event)
	}),
	unhold: act('unhold', unholdTalk, {
		from,
		toast: () => ({ text: 'Taken back; your notes stay' }),
		goTo: (_, event) => here(event)
	})
};
