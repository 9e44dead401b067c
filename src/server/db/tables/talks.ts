import type { Generated } from 'kysely';
import type { MaybeText, Owned, Text } from './columns.ts';

/** The talk, what was learned, and what one concludes. */
export interface TalkTables {
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
}
