import { expect, test } from 'vitest';
import { isId } from '#kernel/id.ts';
import { newId } from '#server/tokens.ts';
import { derivedId } from './derived-id.server.ts';

test('is an id like any other, always the same for the same, and another for all else', () => {
	const [one, other] = [newId(), newId()];
	const ids = [one, other].flatMap((interviewId) => [
		derivedId(interviewId, 'question:enjoy'),
		derivedId(interviewId, 'question:worst'),
		derivedId(interviewId, 'answer:why-change')
	]);
	expect(ids.every(isId)).toBe(true);
	expect(new Set(ids).size).toBe(ids.length);
	expect(derivedId(one, 'question:enjoy')).toBe(ids[0]);
	expect(ids[0]?.slice(0, 13)).toBe(one.slice(0, 13));
});
