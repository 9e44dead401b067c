import type { Refusal } from '#kernel/refusal.ts';
import { flagOf } from '../commands/names.ts';
import { wordsOfRefusal } from '../transport/refusals.ts';
import { jsonOf } from './output.ts';
import { harmless } from './width.ts';

/**
 * A refusal for standard error: its sentence, then those at single fields with the option each is
 * given by.
 * @param json the same as JSON, with each field's option
 */
export function refusalText(refusal: Refusal, json: boolean): string {
	const fields = refusal.fields.filter(({ field }) => field !== '');
	if (json) {
		return jsonOf({
			...wordsOfRefusal(refusal),
			fields: fields.map((each) => ({ ...each, option: flagOf(each.field) }))
		});
	}
	const lines = fields.map(({ field, sentence }) =>
		// Alone and said already, only the option's name is news.
		fields.length === 1 && refusal.sentence.startsWith(sentence.replace(/\.$/, ''))
			? `  ${flagOf(field)}`
			: `  ${flagOf(field)}  ${sentence}`
	);
	return [refusal.sentence, ...lines].map(harmless).join('\n');
}
