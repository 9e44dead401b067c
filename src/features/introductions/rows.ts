import type { RowRules } from '#server/leaving/row-rules.ts';
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
} from './shapes.ts';

/** What may stand in the tables of this feature [D]. */
export const introductionRows: RowRules = {
	asks: { most: 1000, mostEach: { theme_id: 200 }, columns: { text: askTyped } },
	asked_people: { most: 10_000, mostEach: { ask_id: 200 }, columns: { answer } },
	introductions: {
		most: 2000,
		mostEach: { ask_id: 200 },
		columns: { name: personName, about, country }
	},
	schools: { most: 1000, columns: { training } },
	gatherings: {
		most: 1000,
		columns: { title, place, look_for: longText, opening_line: longText }
	},
	met_people: {
		most: 10_000,
		mostEach: { gathering_id: 500 },
		columns: { name: personName, note }
	}
};
