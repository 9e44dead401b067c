import type { Generated } from 'kysely';
import type { MaybeText, Owned, Text } from './columns.ts';

/** Who the explorer is, and what they dream of. */
export interface ClarityTables {
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
}
