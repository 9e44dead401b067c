/** The columns as the migrations make them; `tests/schema.test.ts` compares both. */
export type Text = string;
export type MaybeText = string | null;

/** A row of a workspace with an id of its own. */
export interface Owned {
	workspace_id: Text;
	id: Text;
}
