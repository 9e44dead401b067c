import type { Generated, Selectable } from 'kysely';

/** The columns as the migrations make them; `tests/schema.test.ts` compares both. */
type Text = string;
type MaybeText = string | null;

interface AuthUser {
	id: Text;
	name: Text;
	email: Text;
	emailVerified: number;
	image: MaybeText;
	createdAt: Text;
	updatedAt: Text;
}
interface AuthSession {
	id: Text;
	userId: Text;
	token: Text;
	expiresAt: Text;
	ipAddress: MaybeText;
	userAgent: MaybeText;
	createdAt: Text;
	updatedAt: Text;
}
interface AuthAccount {
	id: Text;
	userId: Text;
	accountId: Text;
	providerId: Text;
	accessToken: MaybeText;
	refreshToken: MaybeText;
	idToken: MaybeText;
	accessTokenExpiresAt: MaybeText;
	refreshTokenExpiresAt: MaybeText;
	scope: MaybeText;
	password: MaybeText;
	createdAt: Text;
	updatedAt: Text;
}
interface AuthVerification {
	id: Text;
	identifier: Text;
	value: Text;
	expiresAt: Text;
	createdAt: Text;
	updatedAt: Text;
}
interface AuthPasskey {
	id: Text;
	name: MaybeText;
	publicKey: Text;
	userId: Text;
	credentialID: Text;
	counter: number;
	deviceType: Text;
	backedUp: number;
	transports: MaybeText;
	createdAt: MaybeText;
	aaguid: MaybeText;
}

/** What has no workspace, or is looked up before one is known. */
export interface InstanceTables {
	instance: { name: Text; value: Text };
	auth_user: AuthUser;
	auth_session: AuthSession;
	auth_account: AuthAccount;
	auth_verification: AuthVerification;
	auth_passkey: AuthPasskey;
	workspaces: {
		id: Text;
		user_id: Text;
		explorer_name: Text;
		introduction: Generated<Text>;
		zone: Text;
		holiday_country: MaybeText;
		created_at: Text;
		kept_out_key: MaybeText;
		set_aside_at: MaybeText;
		awaited_by: MaybeText;
	};
	one_time_links: {
		hash: Text;
		purpose: Text;
		user_id: MaybeText;
		made_at: Text;
		expires_at: Text;
		used_at: MaybeText;
	};
	jobs: {
		id: Text;
		workspace_id: MaybeText;
		kind: Text;
		payload: Text;
		run_at: Text;
		queued_at: Text;
		attempts: Generated<number>;
		leased_until: MaybeText;
		done_at: MaybeText;
		failed_at: MaybeText;
		failure: MaybeText;
	};
}

/** Every statement on one of these carries the workspace; `guard.ts` refuses one that does not. */
export interface WorkspaceTables {
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
	holidays: { workspace_id: Text; day: Text; name: Text };
	pauses: Owned & { from_day: Text; until_day: Text; added_at: Text };
	self_notes: Owned & { kind: Text; text: Text; rank: number; added_at: Text };
	criteria: Owned & { text: Text; rank: number; deal_breaker_at: MaybeText; added_at: Text };
	themes: Owned & {
		title: Text;
		activity: Generated<Text>;
		setting: Generated<Text>;
		pull: Generated<Text>;
		titles: Generated<Text>;
		seat: number | null;
		top_since: MaybeText;
		opened_at: Text;
		parked_at: MaybeText;
		look_again_on: MaybeText;
		chosen_at: MaybeText;
		let_go_at: MaybeText;
		changed_at: Text;
	};
	other_options: Owned & { text: Text; added_at: Text };
	readiness_answers: Owned & {
		clarity: number;
		satisfaction: number;
		fear: number;
		pressure: number;
		confidence: number;
		answered_at: Text;
	};
	readiness_statements: Owned & {
		kind: Text;
		reason: Text;
		said_at: Text;
		withdrawn_at: MaybeText;
	};
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
	interviews: Owned & {
		person_id: Text;
		theme_id: Text;
		channel: Text;
		connector_id: MaybeText;
		organization_id: MaybeText;
		connection: Generated<Text>;
		wished_at: Text;
		asked_at: MaybeText;
		chased_at: MaybeText;
		answered_at: MaybeText;
		agreed_at: MaybeText;
		held_at: MaybeText;
		thanked_at: MaybeText;
		closed_at: MaybeText;
		closed_because: MaybeText;
		told_at: MaybeText;
		connector_thanked_at: MaybeText;
		connector_told_at: MaybeText;
		changed_at: Text;
	};
	goals: Owned & { interview_id: Text; text: Text; rank: number; added_at: Text };
	sources: Owned & {
		interview_id: Text;
		kind: Text;
		url: Text;
		title: Text;
		answers: Text;
		why_you_at: MaybeText;
		added_at: Text;
	};
	messages: Owned & {
		interview_id: Text;
		purpose: Text;
		subject: Text;
		body: Text;
		minutes: number | null;
		drafted_at: Text;
		changed_at: Text;
		sent_at: MaybeText;
		sent_through: MaybeText;
		answered_at: MaybeText;
	};
	meetings: Owned & {
		interview_id: Text;
		starts_at: Text;
		zone: Text;
		wall_time: Text;
		partner_zone: MaybeText;
		minutes: number;
		medium: Text;
		place: Generated<Text>;
		sequence: Generated<number>;
		agreed_at: Text;
		changed_at: Text;
		cancelled_at: MaybeText;
		cancelled_because: Generated<Text>;
	};
	core_questions: Owned & { theme_id: Text; text: Text; about: Text; rank: number; added_at: Text };
	questions: Owned & {
		interview_id: Text;
		core: MaybeText;
		text: Text;
		rank: number;
		known_source_id: MaybeText;
		let_go_at: MaybeText;
		added_at: Text;
		changed_at: Text;
	};
	briefs: {
		workspace_id: Text;
		interview_id: Text;
		script: Generated<Text>;
		strengths_use: Generated<Text>;
		changed_at: Text;
	};
	prepared_answers: Owned & {
		interview_id: Text;
		question: Text;
		answer: Generated<Text>;
		rank: number;
		added_at: Text;
		changed_at: Text;
	};
	brief_strengths: { workspace_id: Text; interview_id: Text; self_note_id: Text; chosen_at: Text };
	talk_events: Owned & {
		interview_id: Text;
		kind: Text;
		device: Text;
		sequence: number;
		at: Text;
		body: Text;
		received_at: Text;
	};
	talks: {
		workspace_id: Text;
		interview_id: Text;
		started_at: Text;
		ended_at: MaybeText;
		agreed_minutes: number;
		extra_minutes: Generated<number>;
		changed_at: Text;
	};
	debriefs: {
		workspace_id: Text;
		interview_id: Text;
		surprised: Generated<Text>;
		energy_before: number | null;
		energy_after: number | null;
		liked: Generated<Text>;
		disliked: Generated<Text>;
		who_else: Generated<Text>;
		ask_next: Generated<Text>;
		begun_at: Text;
		changed_at: Text;
		done_at: MaybeText;
	};
	insights: Owned & {
		interview_id: Text;
		theme_id: Text;
		text: Text;
		words: Generated<Text>;
		aspect: Text;
		criterion_id: MaybeText;
		stance: Text;
		strength: number;
		heard_before_at: MaybeText;
		learned_at: Text;
		changed_at: Text;
	};
	favours: Owned & {
		interview_id: Text;
		direction: Text;
		text: Text;
		noted_at: Text;
		given_at: MaybeText;
		changed_at: Text;
	};
	named_people: Owned & { interview_id: Text; name: Text; person_id: MaybeText; named_at: Text };
	counter_evidence: { workspace_id: Text; theme_id: Text; text: Text; written_at: Text };
	decisions: Owned & {
		theme_id: Text;
		outcome: Text;
		reasons: Text;
		evidence_against: Text;
		evidence: Text;
		next_rung: MaybeText;
		spared: Generated<Text>;
		spared_hours: number | null;
		look_again_on: Text;
		decided_at: Text;
		withdrawn_at: MaybeText;
	};
	experiments: Owned & {
		theme_id: Text;
		rung: Text;
		text: Text;
		planned_on: MaybeText;
		done_at: MaybeText;
		learned: Generated<Text>;
		added_at: Text;
		changed_at: Text;
	};
	asks: Owned & {
		theme_id: Text;
		text: Text;
		begun_at: Text;
		changed_at: Text;
		ended_at: MaybeText;
	};
	asked_people: Owned & {
		ask_id: Text;
		person_id: Text;
		added_at: Text;
		asked_at: MaybeText;
		answered_at: MaybeText;
		answer: MaybeText;
	};
	introductions: Owned & {
		theme_id: Text;
		connector_id: Text;
		ask_id: MaybeText;
		name: Text;
		about: Generated<Text>;
		country: Generated<Text>;
		person_id: MaybeText;
		interview_id: MaybeText;
		offered_at: Text;
		agreed_at: MaybeText;
		introduced_at: MaybeText;
		lapsed_at: MaybeText;
		changed_at: Text;
	};
	schools: Owned & {
		theme_id: Text;
		organization_id: Text;
		administrator_id: MaybeText;
		training: Generated<Text>;
		added_at: Text;
		asked_at: MaybeText;
		answered_at: MaybeText;
		connected_at: MaybeText;
		declined_at: MaybeText;
		changed_at: Text;
	};
	gatherings: Owned & {
		theme_id: Text;
		organization_id: MaybeText;
		title: Text;
		on_day: Text;
		place: Generated<Text>;
		look_for: Generated<Text>;
		opening_line: Generated<Text>;
		added_at: Text;
		asked_at: MaybeText;
		invited_at: MaybeText;
		attended_at: MaybeText;
		called_off_at: MaybeText;
		changed_at: Text;
	};
	met_people: Owned & {
		gathering_id: Text;
		name: Text;
		note: Generated<Text>;
		person_id: MaybeText;
		met_at: Text;
		followed_up_at: MaybeText;
		let_be_at: MaybeText;
	};
	consultations: Owned & {
		coach: Text;
		text: Text;
		shares: Text;
		drafted_at: Text;
		changed_at: Text;
		sent_at: MaybeText;
		held_at: MaybeText;
		withdrawn_at: MaybeText;
	};
	templates: {
		workspace_id: Text;
		purpose: Text;
		channel: Text;
		subject: Text;
		body: Text;
		changed_at: Text;
	};
}

interface Owned {
	workspace_id: Text;
	id: Text;
}

export type Tables = InstanceTables & WorkspaceTables;
export type Row<Name extends keyof Tables> = Selectable<Tables[Name]>;

/** Tables of the instance; every other one belongs to a workspace. */
export const instanceTables: ReadonlySet<string> = new Set<keyof InstanceTables>([
	'instance',
	'auth_user',
	'auth_session',
	'auth_account',
	'auth_verification',
	'auth_passkey',
	'workspaces',
	'one_time_links',
	'jobs'
]);
