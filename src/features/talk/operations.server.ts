import type { AnyOperation } from '#server/perform.ts';
import { addToTalk } from './operations/add.server.ts';
import { noteHeld, unholdTalk } from './operations/held.server.ts';
import { recordTalk } from './operations/record.server.ts';
import { seeTalk } from './operations/see.server.ts';

export { addToTalk, noteHeld, recordTalk, seeTalk, unholdTalk };

export const talkOperations = [
	seeTalk,
	recordTalk,
	addToTalk,
	noteHeld,
	unholdTalk
] as AnyOperation[];
