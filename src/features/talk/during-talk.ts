import type { Snippet } from 'svelte';
import type { Form } from '#ui/form.ts';
import type { LiveTalk } from './device/live-talk.svelte.ts';
import type { InHand } from './in-hand.svelte.ts';
import type { TalkPageData } from './schemas.ts';

/** What each screen of a talk that goes on is given. */
export interface DuringTalk {
	talk: TalkPageData;
	live: LiveTalk;
	hand: InHand;
	/** IANA zone of the explorer */
	zone: string;
	form: Form;
	ongoodbye: (event: SubmitEvent) => void;
	/** what the keyboard can do, below the screen */
	keys: Snippet;
}
