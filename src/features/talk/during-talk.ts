import type { Snippet } from 'svelte';
import type { Form } from '#ui/form.ts';
import type { LiveTalk } from './device/live-talk.svelte.ts';
import type { NoteEditor } from './note-editor.svelte.ts';
import type { TalkPageData } from './schemas.ts';

/** Common properties of the screens of a talk in progress. */
export interface DuringTalk {
	talk: TalkPageData;
	live: LiveTalk;
	editor: NoteEditor;
	/** IANA zone of the explorer */
	zone: string;
	form: Form;
	ongoodbye: (event: SubmitEvent) => void;
	/** keyboard shortcuts, shown below the screen */
	keys: Snippet;
}
