import { found } from '#kernel/refusal.ts';
import type { Scope } from '#server/scope.server.ts';
import { findTheme } from '../store/themes.server.ts';

/** A theme, whether it has a seat, is parked or ended. @throws Refusal `theme.missing` */
export async function themeNamed(scope: Scope, id: string) {
	return found(await findTheme(scope, id), 'theme');
}
