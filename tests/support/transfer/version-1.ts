/** What version 2 of the export calls the tables of version 1 (migration 0040). */
const tables = {
	events: 'audit_events',
	gatherings: 'association_events',
	import_rows: 'rejected_rows',
	kept_out: 'suppressions',
	asks: 'introduction_requests',
	asked_people: 'request_recipients'
};

/** The same of columns, by the table of version 2. */
const columns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	workspaces: { kept_out_key: 'suppression_key' },
	imports: { kept_out_count: 'suppressed_count' },
	met_people: { gathering_id: 'event_id', let_be_at: 'follow_up_skipped_at' },
	introduction_requests: { begun_at: 'drafted_at' },
	request_recipients: { ask_id: 'request_id' },
	introductions: { ask_id: 'request_id' },
	questions: { let_go_at: 'removed_at' },
	interviews: { chased_at: 'followed_up_at' }
};

/** The same of values of the audit log: whole ones, and the first part of the others. */
const verbs = {
	'gatherings.letBe': 'events.followUpSkipped',
	'gatherings.unletBe': 'events.followUpUnskipped',
	'asks.begun': 'introductionRequests.drafted',
	'asks.personAdded': 'introductionRequests.recipientAdded',
	'asks.personRemoved': 'introductionRequests.recipientRemoved',
	'named.known': 'namedPeople.linked',
	'named.unknown': 'namedPeople.unlinked',
	'experiments.takenBack': 'experiments.undone',
	'questions.let-go': 'questions.removed',
	'interviews.chased': 'interviews.followedUp',
	'interviews.unchased': 'interviews.unfollowedUp',
	'templates.kept': 'templates.written'
};
const subjects = { gatherings: 'events', asks: 'introductionRequests', named: 'namedPeople' };
const purposes = { chaser: 'follow-up' };
const kinds = { ask: 'introduction-request', 'asked-person': 'request-recipient' };

export interface Export {
	version: number;
	schema: string;
	workspace: Record<string, unknown>;
	tables: Record<string, Record<string, unknown>[]>;
}

/** Looks a name up, in the direction of the translation; unknown names stay. */
type Name = (names: Readonly<Record<string, string>>, name: string) => string;

const forward: Name = (names, name) => names[name] ?? name;
const back: Name = (names, name) =>
	Object.entries(names).find(([, now]) => now === name)?.[0] ?? name;

function translated(json: Export, name: Name) {
	const rename = <Value>(names: Readonly<Record<string, string>>, record: Record<string, Value>) =>
		Object.fromEntries(
			Object.entries(record).map(([each, value]) => [name(names, each), value])
		) as Record<string, Value>;
	const verb = (each: string) => {
		const whole = name(verbs, each);
		if (whole !== each) return whole;
		const [subject = '', ...rest] = each.split('.');
		return [name(subjects, subject), ...rest].join('.');
	};
	const values = (row: Record<string, unknown>) => ({
		...row,
		...(typeof row.verb === 'string' ? { verb: verb(row.verb) } : {}),
		...(typeof row.purpose === 'string' ? { purpose: name(purposes, row.purpose) } : {}),
		...(typeof row.about_kind === 'string' ? { about_kind: name(kinds, row.about_kind) } : {})
	});
	const ofTable = (table: string) => columns[forward(tables, table)] ?? {};
	return {
		workspace: rename(ofTable('workspaces'), json.workspace),
		tables: rename(
			tables,
			Object.fromEntries(
				Object.entries(json.tables).map(([table, rows]) => [
					table,
					rows.map((row) => values(rename(ofTable(table), row)))
				])
			)
		)
	};
}

/** The workspace and rows of version 1 as version 2 has them. */
export const asVersion2 = (json: Export) => translated(json, forward);

/** The workspace and rows of version 2 as version 1 had them. */
export const asVersion1 = (json: Export) => translated(json, back);
