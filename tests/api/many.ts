import { newId } from '#server/secrets.ts';
import type { Api } from './program.ts';

type Value = string | number | null;

/** A few instants only, so that many rows share one and the id has to decide. */
export function instantOf(index: number): string {
	return new Date(Date.UTC(2026, 9, 1 + (index % 5))).toISOString();
}

/** Puts rows into a table as they are, without an operation. */
export async function insertRow(
	api: Api,
	table: string,
	row: Record<string, Value>
): Promise<void> {
	const values: Record<string, Value> = { workspace_id: api.house.caller.workspaceId, ...row };
	const names = Object.keys(values);
	const marks = names.map(() => '?').join(', ');
	const sql = `insert into ${table} (${names.join(', ')}) values (${marks})`;
	await api.house.raw.run(sql, ...Object.values(values));
}

/** What the rows of every list hang on. */
export interface InterviewContext {
	themeId: string;
	otherThemeId: string;
	personId: string;
	interviewId: string;
	importId: string;
	webhookId: string;
}

export async function layGround(api: Api): Promise<InterviewContext> {
	const ground = {
		themeId: newId(),
		otherThemeId: newId(),
		personId: await addPersonRow(api, 'Joan Whitcombe'),
		interviewId: newId(),
		importId: newId(),
		webhookId: newId()
	};
	const at = instantOf(0);
	for (const id of [ground.themeId, ground.otherThemeId]) {
		await insertRow(api, 'themes', { id, title: 'Editing', opened_at: at, changed_at: at });
	}
	await insertRow(api, 'interviews', interviewRow(ground.interviewId, ground));
	await insertRow(api, 'imports', { id: ground.importId, ...importRow, uploaded_at: at });
	const webhook = { url: 'https://hooks.example/', wants: '[]', secret: 'x', paused_at: at };
	await insertRow(api, 'webhooks', {
		id: ground.webhookId,
		...webhook,
		made_at: at,
		changed_at: at
	});
	return ground;
}

const importRow = {
	file_name: 'Connections.csv',
	source: 'linkedin',
	read_at: '2026-10-01T08:00:00.000Z',
	committed_at: '2026-10-01T09:00:00.000Z'
};

/** @returns the id; each interview that is open needs a partner of its own */
export async function addPersonRow(api: Api, name: string): Promise<string> {
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
	{ personId, themeId }: Pick<InterviewContext, 'personId' | 'themeId'>,
	dates: Record<string, Value> = {}
): Record<string, Value> {
	const at = instantOf(0);
	const of = { person_id: personId, theme_id: themeId, channel: 'direct' };
	return { id, ...of, wished_at: at, changed_at: at, ...dates };
}

/** One row for each list; rows of a number divisible by three are of the other theme. */
export async function addOneOfEach(
	api: Api,
	ground: InterviewContext,
	index: number
): Promise<void> {
	const at = instantOf(index);
	const theme_id = index % 3 === 0 ? ground.otherThemeId : ground.themeId;
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
	await insertRow(api, 'asks', { id: newId(), theme_id, text, begun_at: at, changed_at: at });
	const offered = { name: 'N', offered_at: at, changed_at: at, connector_id: ground.personId };
	await insertRow(api, 'introductions', { id: newId(), theme_id, ...offered });
	const school = { organization_id: id, training: '', added_at: at, changed_at: at };
	await insertRow(api, 'schools', { id: newId(), theme_id, ...school });
	const day = at.slice(0, 10);
	const evening = { title: 'G', on_day: day, added_at: instantOf(index * 2), changed_at: at };
	await insertRow(api, 'association_events', { id: newId(), theme_id, ...evening });
	await insertRow(api, 'imports', { id: newId(), ...importRow, uploaded_at: at });
	await insertRow(api, 'rejected_rows', {
		import_id: ground.importId,
		line: index,
		raw: 'x',
		reason: 'y'
	});
	const heard = { aspect: 'day-to-day', stance: 'for', strength: 2, text };
	const interview_id = ground.interviewId;
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
	const told = { verb: 'themes.opened', about_kind: 'theme', about_id: theme_id, event_id: id };
	const queued = { webhook_id: ground.webhookId, happened_at: at, queued_at: at, delivered_at: at };
	await insertRow(api, 'deliveries', { id: newId(), ...told, ...queued });
}
