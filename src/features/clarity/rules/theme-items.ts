import { clarityAddress } from '#kernel/page-addresses.ts';
import { missing, type Finding } from './finding.ts';
import { counted, inWords, listed, sentenceCase } from '#kernel/number-text.ts';
import type { ThemeFacts } from './readiness-facts.ts';
import { MOST_OPEN_THEMES } from './seats.ts';

/** The three required parts of a theme's description (method 1), as the page names them. */
const describedParts: readonly {
	field: keyof Pick<ThemeFacts, 'activity' | 'setting' | 'pull'>;
	name: string;
	action: string;
}[] = [
	{ field: 'activity', name: 'what you would do', action: 'Describe what you would do' },
	{ field: 'setting', name: 'where and with whom', action: 'Describe where and with whom' },
	{ field: 'pull', name: 'why it attracts you', action: 'Describe your interest' }
];

/** Hard item: one to three open themes (method 1). */
export function themesNamed(count: number): Finding {
	if (count === 0) {
		return missing('themes', 'a theme', {
			code: 'name-theme',
			sentence:
				'Add one to three themes. A theme is a kind of work you are curious about. You can edit a theme at any time.',
			action: 'Add theme',
			anchor: clarityAddress('themes')
		});
	}
	if (count > MOST_OPEN_THEMES) {
		return missing(
			'themes',
			`${counted(count - MOST_OPEN_THEMES, 'theme')} to move to the parking lot`,
			{
				code: 'park-theme',
				sentence: `${sentenceCase(inWords(count))} themes are open. Three is the maximum. Move the others to the parking lot; nothing is lost.`,
				action: 'Choose themes to park',
				anchor: clarityAddress('themes')
			}
		);
	}
	return { code: 'themes', kind: 'done', sentence: sentenceCase(counted(count, 'theme')) };
}

/**
 * Hard item: each theme says the activity, the setting and people, and why it pulls (method 1).
 * The task is the first gap of the theme with the lowest seat.
 */
export function themesDescribed(themes: readonly ThemeFacts[]): Finding {
	const gaps = themes
		.toSorted((one, other) => one.seat - other.seat)
		.map((theme) => ({
			theme,
			parts: describedParts.filter((part) => theme[part.field].trim() === '')
		}))
		.filter((gap) => gap.parts.length > 0);
	const first = gaps[0];
	const part = first?.parts[0];
	if (!first || !part) {
		return { code: 'described', kind: 'done', sentence: 'All themes are described' };
	}
	const sentence = gaps
		.map((gap) => `${listed(gap.parts.map((each) => each.name))}, for ${gap.theme.title}`)
		.join('; ');
	const gain =
		themes.length > 1
			? 'will make your questions as good as for your other themes'
			: 'will help you ask better questions';
	const much =
		gaps.length === 1 && first.parts.length === 1 ? 'One more sentence' : 'A few more sentences';
	return missing('described', sentence, {
		code: `say-${part.field}`,
		sentence: `${much} about ${first.theme.title} ${gain}.`,
		action: part.action,
		anchor: clarityAddress(`seat${first.theme.seat}`)
	});
}
