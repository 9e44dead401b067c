import type { RowRules } from '#server/transfer/row-rules.ts';
import {
	MOST_ASKED_EACH,
	MOST_INTRODUCED_EACH,
	MOST_INTRODUCTIONS,
	MOST_MET_EACH
} from './rules/limits.ts';
import {
	about,
	answer,
	askTyped,
	country,
	longText,
	note,
	personName,
	place,
	title,
	training
} from './schemas.ts';

/** Limits on the tables of this feature: rows, and the values of each column [D]. */
export const introductionRows: RowRules = {
	asks: { most: 1000, mostEach: { theme_id: 200 }, columns: { text: askTyped } },
	asked_people: { most: 10_000, mostEach: { ask_id: MOST_ASKED_EACH }, columns: { answer } },
	introductions: {
		most: MOST_INTRODUCTIONS,
		mostEach: { ask_id: MOST_INTRODUCED_EACH },
		columns: { name: personName, about, country }
	},
	schools: { most: 1000, columns: { training } },
	association_events: {
		most: 1000,
		columns: { title, place, look_for: longText, opening_line: longText }
	},
	met_people: {
		most: 10_000,
		mostEach: { event_id: MOST_MET_EACH },
		columns: { name: personName, note }
	}
};
