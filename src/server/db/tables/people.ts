import type { Generated } from 'kysely';
import type { MaybeText, Owned, Text } from './columns.ts';

/** The address book. */
export interface PeopleTables {
	imports: Owned & {
		file_name: Text;
		source: Text;
		uploaded_at: Text;
		row_count: Generated<number>;
		read_count: Generated<number>;
		new_count: Generated<number>;
		known_count: Generated<number>;
		kept_out_count: Generated<number>;
		unreadable_count: Generated<number>;
		header: MaybeText;
		mapping: MaybeText;
		read_at: MaybeText;
		failed_at: MaybeText;
		failure: MaybeText;
		committed_at: MaybeText;
		undone_at: MaybeText;
		cleared_at: MaybeText;
		file_hash: MaybeText;
	};
	import_files: { workspace_id: Text; import_id: Text; bytes: Uint8Array };
	import_rows: { workspace_id: Text; import_id: Text; line: number; raw: Text; reason: Text };
	people: Owned & {
		name: Text;
		given_name: Generated<Text>;
		family_name: Generated<Text>;
		name_key: Text;
		family_key: Text;
		email: MaybeText;
		profile: MaybeText;
		phone: MaybeText;
		company: Generated<Text>;
		position: Generated<Text>;
		place: Generated<Text>;
		zone: MaybeText;
		note: Generated<Text>;
		connected_on: MaybeText;
		source: Text;
		import_id: MaybeText;
		do_not_contact_at: MaybeText;
		do_not_contact_because: MaybeText;
		added_at: Text;
		changed_at: Text;
	};
	people_search: { workspace_id: Text; person_id: Text; words: Text };
	kept_out: {
		workspace_id: Text;
		hash: Text;
		because: Text;
		person_id: MaybeText;
		since: Text;
		keyed_by: Generated<Text>;
	};
	organizations: Owned & { name: Text; name_key: Text; kind: Text; added_at: Text };
}
