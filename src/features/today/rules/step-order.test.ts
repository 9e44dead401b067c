import { expect, it } from 'vitest';
import { inOrder } from './step-order.ts';
import type { Candidate, Due, StepCode } from './today-step.ts';

const candidate = (code: StepCode, due: Due, since: string, name: string): Candidate => ({
	step: { code, icon: 'mail', title: name, why: '', action: { label: '', href: '/' }, due },
	since,
	name
});

it('goes by urgency, then age, then name', () => {
	const sorted = [
		candidate('ask', 'none', '2026-11-01', 'Henrik'),
		candidate('follow-up', 'today', '2026-11-23', 'Ruth'),
		candidate('follow-up', 'today', '2026-11-20', 'Ruth'),
		candidate('follow-up', 'today', '2026-11-20', 'Owen'),
		candidate('talk', 'soon', '2026-11-24T09:00:00.000Z', 'Tom'),
		candidate('thank', 'overdue', '2026-11-21T09:00:00.000Z', 'Priya'),
		candidate('talk', 'today', '2026-11-23T15:00:00.000Z', 'Inês'),
		candidate('answered', 'today', '2026-11-23T07:00:00.000Z', 'Graça')
	];
	expect(inOrder(sorted).map((each) => `${each.name} ${each.since.slice(0, 10)}`)).toEqual([
		'Inês 2026-11-23',
		'Priya 2026-11-21',
		'Graça 2026-11-23',
		'Owen 2026-11-20',
		'Ruth 2026-11-20',
		'Ruth 2026-11-23',
		'Tom 2026-11-24',
		'Henrik 2026-11-01'
	]);
});
