import type { AnyOperation } from '#server/perform.ts';
import { noteMessageAnswer, unnoteMessageAnswer } from './operations/answers.server.ts';
import { draftMessage, takeBackDraft } from './operations/draft.server.ts';
import { markSent } from './operations/sent.server.ts';
import { keepTemplate, resetTemplate, seeTemplate } from './operations/templates.server.ts';
import { unmarkSent } from './operations/unsent.server.ts';
import { checkText, writeMessage } from './operations/write.server.ts';

export { noteMessageAnswer, unnoteMessageAnswer } from './operations/answers.server.ts';
export { draftMessage, takeBackDraft } from './operations/draft.server.ts';
export { markSent } from './operations/sent.server.ts';
export { keepTemplate, resetTemplate, seeTemplate } from './operations/templates.server.ts';
export { unmarkSent } from './operations/unsent.server.ts';
export { checkText, writeMessage } from './operations/write.server.ts';

export const outreachOperations = [
	draftMessage,
	takeBackDraft,
	writeMessage,
	checkText,
	markSent,
	unmarkSent,
	noteMessageAnswer,
	unnoteMessageAnswer,
	seeTemplate,
	keepTemplate,
	resetTemplate
] as AnyOperation[];
