import type { RowRules } from '#server/transfer/row-rules.ts';
import {
	MOST_RECIPIENTS_EACH,
	MOST_INTRODUCED_EACH,
	MOST_INTRODUCTIONS,
	MOST_MET_EACH
} from './rules/limits.ts';
import {
	about,
	answer,
	requestText,
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
	introduction_requests: {
		most: 1000,
		mostEach: { theme_id: 200 },
		columns: { text: requestText }
	},
	request_recipients: {
		most: 10_000,
		mostEach: { request_id: MOST_RECIPIENTS_EACH },
		columns: { answer }
	},
	introductions: {
		most: MOST_INTRODUCTIONS,
		mostEach: { request_id: MOST_INTRODUCED_EACH },
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
