import { newId } from '#server/tokens.ts';
import type { RestApi } from './rest-client.ts';

type Value = string | number | null;

/** Returns one of five instants, so that many rows share one and the id decides their order. */
export function instantOf(index: number): string {
	return new Date(Date.UTC(2026, 9, 1 + (index % 5))).toISOString();
}

/** Inserts a row by SQL, without an operation. */
export async function insertRow(
	api: RestApi,
	table: string,
	row: Record<string, Value>
): Promise<void> {
	const values: Record<string, Value> = { workspace_id: api.testApp.caller.workspaceId, ...row };
	const names = Object.keys(values);
	const marks = names.map(() => '?').join(', ');
	const sql = `insert into ${table} (${names.join(', ')}) values (${marks})`;
	await api.testApp.raw.run(sql, ...Object.values(values));
}

/** Ids of the rows that the rows of every list refer to. */
export interface ParentIds {
	themeId: string;
	otherThemeId: string;
	personId: string;
	interviewId: string;
	importId: string;
	webhookId: string;
}

export async function seedParents(api: RestApi): Promise<ParentIds> {
	const parents = {
		themeId: newId(),
		otherThemeId: newId(),
		personId: await addPersonRow(api, 'Joan Whitcombe'),
		interviewId: newId(),
		importId: newId(),
		webhookId: newId()
	};
	const at = instantOf(0);
	for (const id of [parents.themeId, parents.otherThemeId]) {
		await insertRow(api, 'themes', { id, title: 'Editing', opened_at: at, changed_at: at });
	}
	await insertRow(api, 'interviews', interviewRow(parents.interviewId, parents));
	await insertRow(api, 'imports', { id: parents.importId, ...importRow, uploaded_at: at });
	const webhook = { url: 'https://hooks.example/', wants: '[]', secret: 'x', paused_at: at };
	await insertRow(api, 'webhooks', {
		id: parents.webhookId,
		...webhook,
		made_at: at,
		changed_at: at
	});
	return parents;
}

const importRow = {
	file_name: 'Connections.csv',
	source: 'linkedin',
	read_at: '2026-10-01T08:00:00.000Z',
	committed_at: '2026-10-01T09:00:00.000Z'
};

/**
 * Inserts a person; each open interview needs its own partner.
 * @returns the id of the person
 */
export async function addPersonRow(api: RestApi, name: string): Promise<string> {
	const id = newId();
	const key = name.toLowerCase();
	const at = { added_at: instantOf(0), changed_at: instantOf(0) };
	await insertRow(api, 'people', {
		id,
		name,
		name_key: key,
		family_key: key,
		source: 'hand',
		...at
	});
	return id;
}

export function interviewRow(
	id: string,
	{ personId, themeId }: Pick<ParentIds, 'personId' | 'themeId'>,
	dates: Record<string, Value> = {}
): Record<string, Value> {
	const at = instantOf(0);
	const of = { person_id: personId, theme_id: themeId, channel: 'direct' };
	return { id, ...of, wished_at: at, changed_at: at, ...dates };
}

/** Inserts one row into each list; rows with an index divisible by three belong to the other theme. */
export async function addOneOfEach(api: RestApi, parents: ParentIds, index: number): Promise<void> {
	const at = instantOf(index);
	const theme_id = index % 3 === 0 ? parents.otherThemeId : parents.themeId;
	const id = newId();
	const personId = await addPersonRow(api, `Person ${String(index % 4)}`);
	const organization = { id, name: `O ${index}`, name_key: `o ${String(index % 4)}` };
	await insertRow(api, 'organizations', { ...organization, kind: 'school', added_at: at });
	await insertRow(
		api,
		'interviews',
		interviewRow(newId(), { personId, themeId: theme_id }, { wished_at: at })
	);
	const text = `Text ${String(index)}`;
	await insertRow(api, 'introduction_requests', {
		id: newId(),
		theme_id,
		text,
		drafted_at: at,
		changed_at: at
	});
	const offered = { name: 'N', offered_at: at, changed_at: at, connector_id: parents.personId };
	await insertRow(api, 'introductions', { id: newId(), theme_id, ...offered });
	const school = { organization_id: id, training: '', added_at: at, changed_at: at };
	await insertRow(api, 'schools', { id: newId(), theme_id, ...school });
	const day = at.slice(0, 10);
	const evening = { title: 'G', on_day: day, added_at: instantOf(index * 2), changed_at: at };
	await insertRow(api, 'association_events', { id: newId(), theme_id, ...evening });
	await insertRow(api, 'imports', { id: newId(), ...importRow, uploaded_at: at });
	await insertRow(api, 'rejected_rows', {
		import_id: parents.importId,
		line: index,
		raw: 'x',
		reason: 'y'
	});
	const heard = { aspect: 'day-to-day', stance: 'for', strength: 2, text };
	const interview_id = parents.interviewId;
	const learned = { learned_at: at, changed_at: at };
	await insertRow(api, 'insights', { id: newId(), interview_id, theme_id, ...heard, ...learned });
	const favour = { direction: 'from-partner', text, noted_at: at, changed_at: at };
	await insertRow(api, 'favours', { id: newId(), interview_id, ...favour });
	const consultation = { coach: 'Ulla Berg', text, shares: '[]', drafted_at: at };
	await insertRow(api, 'consultations', {
		id: newId(),
		...consultation,
		held_at: at,
		changed_at: at
	});
	const event = { actor: 'host', verb: 'themes.opened', about_kind: 'theme', about_id: theme_id };
	await insertRow(api, 'audit_events', { id: newId(), received_at: at, ...event });
	const eventColumns = {
		verb: 'themes.opened',
		about_kind: 'theme',
		about_id: theme_id,
		event_id: id
	};
	const queued = {
		webhook_id: parents.webhookId,
		happened_at: at,
		queued_at: at,
		delivered_at: at
	};
	await insertRow(api, 'deliveries', { id: newId(), ...eventColumns, ...queued });
}
