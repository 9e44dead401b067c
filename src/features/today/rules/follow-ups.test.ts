import { expect, test } from 'vitest';
import { followUps } from './follow-ups.ts';
import { thread } from '#tests/support/today-facts.ts';

const asked = (id: string, cadence: object) => ({
	...thread('Ruth Ellery', { stage: 'asked' }),
	id,
	cadence: { quietFor: 1, ...cadence }
});

test('the nearest date of each, the nearest first', () => {
	const list = followUps(
		[
			asked('b', { secondPersonOn: '2026-11-30', followUpOn: '2026-12-04', closeOn: '2026-12-15' }),
			asked('a', { secondPersonOn: '2026-11-26', followUpOn: '2026-12-02', closeOn: '2026-12-11' })
		],
		'2026-11-23'
	);
	expect(list.map(({ id, what, on }) => [id, what, on])).toEqual([
		['a', 'Ask a second person', '2026-11-26'],
		['b', 'Ask a second person', '2026-11-30']
	]);
});

test('what has come already is for today, the later of two', () => {
	const [only] = followUps(
		[asked('a', { secondPersonOn: '2026-11-18', followUpOn: '2026-11-20', closeOn: '2026-12-01' })],
		'2026-11-23'
	);
	expect(only).toMatchObject({ what: 'Send follow-up', on: '2026-11-23' });
});

test('who does not wait is not listed', () => {
	expect(
		followUps([{ ...thread('Ruth Ellery', { stage: 'to-ask' }), id: 'a' }], '2026-11-23')
	).toEqual([]);
});
