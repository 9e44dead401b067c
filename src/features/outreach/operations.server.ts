import type { AnyOperation } from '#server/perform.ts';
import { draftMessage, takeBackDraft } from './operations/draft.server.ts';
import { markSent, unmarkSent } from './operations/sent.server.ts';
import { keepTemplate, resetTemplate, seeTemplate } from './operations/templates.server.ts';
import { checkText, writeMessage } from './operations/write.server.ts';

export { draftMessage, takeBackDraft } from './operations/draft.server.ts';
export { markSent, unmarkSent } from './operations/sent.server.ts';
export { keepTemplate, resetTemplate, seeTemplate } from './operations/templates.server.ts';
export { checkText, writeMessage } from './operations/write.server.ts';

export const outreachOperations = [
	draftMessage,
	takeBackDraft,
	writeMessage,
	checkText,
	markSent,
	unmarkSent,
	seeTemplate,
	keepTemplate,
	resetTemplate
] as AnyOperation[];
