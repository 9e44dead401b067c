import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	answeredSteps,
	debriefSteps,
	firstOpen,
	isLate,
	mayFinish,
	stepAfter,
	type DebriefFacts
} from './debrief.ts';

const blank: DebriefFacts = {
	surprised: '',
	energyBefore: null,
	energyAfter: null,
	liked: ' ',
	disliked: '',
	whoElse: '',
	askNext: ''
};

test('what counts as an answer', () => {
	expect([...answeredSteps(blank)]).toEqual([]);
	expect([...answeredSteps({ ...blank, energyAfter: 4 })]).toEqual(['surprised']);
	const some = { ...blank, liked: 'the corridor', whoElse: 'Bettina' };
	expect([...answeredSteps(some)]).toEqual(['liked', 'who-else']);
});

test('after the last question what was skipped comes back', () => {
	const answered = new Set(['surprised', 'disliked'] as const);
	expect(firstOpen(answered)).toBe('liked');
	expect(stepAfter('surprised', answered)).toBe('liked');
	expect(stepAfter('liked', answered)).toBe('who-else');
	expect(stepAfter('ask-next', answered)).toBe('liked');
	expect(stepAfter('liked', new Set(debriefSteps))).toBeUndefined();
	expect(firstOpen(new Set(debriefSteps))).toBeUndefined();
});

test('skipping on and on passes every open question', () => {
	fc.assert(
		fc.property(fc.subarray([...debriefSteps]), fc.constantFrom(...debriefSteps), (done, from) => {
			const answered = new Set(done);
			const passed = new Set<string>();
			let at = stepAfter(from, answered);
			for (let turns = 0; at && turns < debriefSteps.length; turns += 1) {
				expect(answered.has(at)).toBe(false);
				passed.add(at);
				at = stepAfter(at, answered);
			}
			const open = debriefSteps.filter((step) => !answered.has(step) && step !== from);
			for (const step of open) expect(passed.has(step)).toBe(true);
		})
	);
});

test('late is another day where the explorer lives, not another hour', () => {
	const heldAt = '2026-11-23T21:30:00.000Z';
	expect(isLate(heldAt, '2026-11-23T22:30:00.000Z', 'Europe/Lisbon')).toBe(false);
	expect(isLate(heldAt, '2026-11-23T23:30:00.000Z', 'Europe/Stockholm')).toBe(true);
});

test('one answer is enough to finish, once', () => {
	expect(mayFinish(new Set(), null)?.code).toBe('debrief.empty');
	expect(mayFinish(new Set(['liked'] as const), null)).toBeUndefined();
	expect(mayFinish(new Set(['liked'] as const), '2026-11-23T08:00:00.000Z')?.code).toBe(
		'debrief.done-already'
	);
});
