import type { Refusal } from '#kernel/refusal.ts';
import { flagOf } from '../commands/names.ts';
import { jsonOf } from './output.ts';
import { maskControls } from './width.ts';

/**
 * Formats a refusal for standard error: its sentence, then the sentence of each field with its option.
 * @param json as JSON instead, with the option of each field
 */
export function refusalText(refusal: Refusal, json: boolean): string {
	const fields = refusal.fields.filter(({ field }) => field !== '');
	if (json) {
		const { kind, code, sentence, retryAfter } = refusal;
		return jsonOf({
			kind,
			code,
			sentence,
			fields: fields.map((each) => ({ ...each, option: flagOf(each.field) })),
			...(retryAfter === undefined ? {} : { retryAfter })
		});
	}
	const lines = fields.map(({ field, sentence }) =>
		// A single field whose sentence is already the sentence of the refusal gets its option only.
		fields.length === 1 && refusal.sentence.startsWith(sentence.replace(/\.$/, ''))
			? `  ${flagOf(field)}`
			: `  ${flagOf(field)}  ${sentence}`
	);
	return [refusal.sentence, ...lines].map(maskControls).join('\n');
}
