import { refuse } from '#kernel/refusal.ts';
import { workspaceOf } from '#features/account/reads/workspace.server.ts';
import { openThemes, outreachIsOpen } from '#features/clarity/reads/readiness.server.ts';
import { themeToAskAbout } from '#features/interviews/reads/partners.server.ts';
import type { Context } from '#server/perform.ts';
import type { Facts } from '../rules/texts.ts';

/**
 * Checks that the explorer is ready to ask for introductions, alumni or a place at an event (method 1).
 * @throws Refusal `outreach.too-soon`
 */
export async function mayAskNow({ scope, now }: Pick<Context, 'scope' | 'now'>): Promise<void> {
	if (await outreachIsOpen(scope, now)) return;
	throw refuse(
		'too-soon',
		'outreach.too-soon',
		'It is too soon to ask. Your text is saved. Take the next step in Clarity first, or give a reason there to ask anyway.'
	);
}

/**
 * Facts of an open theme and of the explorer, from which texts are drafted.
 * @throws Refusal `theme.missing`, `themes.not-open`
 */
export async function factsFor(context: Context, themeId: string): Promise<Facts> {
	await themeToAskAbout(context.scope, themeId);
	return factsNow(context, themeId);
}

/** The same for viewing an existing text: of a theme that is no longer open only the title is used. */
export async function factsNow(
	context: Context,
	themeId: string,
	restingTitle = ''
): Promise<Facts> {
	const theme = (await openThemes(context.scope)).find((each) => each.id === themeId);
	const { name, introduction } = await workspaceOf(context.scope);
	return {
		theme: theme ?? { title: restingTitle, activity: '', setting: '' },
		explorer: { name, introduction }
	};
}
