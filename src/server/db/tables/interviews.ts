import type { Generated } from 'kysely';
import type { MaybeText, Owned, Text } from './columns.ts';

/** One interview, up to its talk. */
export interface InterviewTables {
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
	templates: {
		workspace_id: Text;
		purpose: Text;
		channel: Text;
		subject: Text;
		body: Text;
		changed_at: Text;
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
}
