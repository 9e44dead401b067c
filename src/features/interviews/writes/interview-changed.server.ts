import { extensionPoint } from '#kernel/extension.ts';
import type { Scope } from '#server/scope.server.ts';

/** Called when an interview's theme or channel has changed; `now` is an ISO instant. */
export const interviewChanged =
	extensionPoint<(scope: Scope, interviewId: string, now: string) => Promise<void>>(
		'interview changed'
	);
