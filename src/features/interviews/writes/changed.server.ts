import { extensionPoint } from '#kernel/extension.ts';
import type { Scope } from '#server/scope.server.ts';

/** What follows when the theme or the channel of an interview became another one; `now` an ISO instant. */
export const interviewChanged =
	extensionPoint<(scope: Scope, interviewId: string, now: string) => Promise<void>>(
		'interview changed'
	);
