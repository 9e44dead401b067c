import type { MaybeText, Owned, Text } from './columns.ts';

/** What the house itself keeps of a workspace. */
export interface HouseTables {
	keys: Owned & {
		hash: Text;
		name: Text;
		effects: Text;
		made_at: Text;
		last_used_at: MaybeText;
	};
	events: Owned & {
		received_at: Text;
		actor: Text;
		verb: Text;
		about_kind: Text;
		about_id: Text;
	};
	kept_answers: {
		workspace_id: Text;
		key_hash: Text;
		operation: Text;
		input_sum: Text;
		answer: MaybeText;
		kept_at: Text;
	};
	toasts: Owned & {
		said: Text;
		undo_operation: MaybeText;
		undo_input: MaybeText;
		back: MaybeText;
		kept_at: Text;
	};
	holidays: { workspace_id: Text; day: Text; name: Text };
	pauses: Owned & { from_day: Text; until_day: Text; added_at: Text };
}
