import type { Generated } from 'kysely';
import type { MaybeText, Owned, Text } from './columns.ts';

/** The three channels. */
export interface IntroductionTables {
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
}
