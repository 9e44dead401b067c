import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, anyLog, event, idOf, note, start } from '#tests/support/talk-log.ts';
import { afterAll, inOrder } from './events.ts';
import { reduceTalk } from './talk-state.ts';

const started = (agreedMinutes = 15, minutes = 0) =>
	event({ kind: 'started', agreedMinutes }, minutes);

test('a talk from its start to the goodbye', () => {
	const [first, second] = [note('three days of calls per page', 4.85, 'against'), note('x', 9)];
	const state = reduceTalk([
		started(),
		event({ kind: 'question-shown', questionId: 'q1', text: 'What do you enjoy most?' }, 0),
		first,
		event({ kind: 'question-shown', questionId: 'q2', text: 'The worst part?' }, 5),
		second,
		event({ kind: 'note-tagged', noteId: second.id, tag: 'a-name' }, 10),
		event({ kind: 'extended', minutes: 5 }, 14),
		event({ kind: 'goodbye' }, 21)
	]);
	expect(state).toMatchObject({
		startedAt: start,
		endedAt: after(21),
		agreedMinutes: 15,
		extraMinutes: 5,
		question: { questionId: 'q2' },
		notes: [
			{ text: 'three days of calls per page', offsetMs: 291_000, tag: 'against' },
			{ text: 'x', tag: 'a-name', earlier: [] }
		]
	});
	expect(state.asked.map(({ questionId }) => questionId)).toEqual(['q1', 'q2']);
});

test('a question shown again is asked once', () => {
	const shown = (minutes: number) =>
		event({ kind: 'question-shown', questionId: 'q1', text: 'Why?' }, minutes);
	const state = reduceTalk([started(), shown(1), shown(4)]);
	expect(state.asked).toHaveLength(1);
	expect(state.question?.at).toBe(after(4));
});

test('a note that two phones change keeps the later wording, and the earlier beside it', () => {
	const made = note('edit the writer');
	const change = (text: string, minutes: number, device: string) =>
		event({ kind: 'note-changed', noteId: made.id, text }, minutes, device);
	const state = reduceTalk([
		made,
		change('you edit the writer first', 3, 'laptop'),
		change('one edits the writer', 2, 'phone')
	]);
	expect(state.notes[0]).toMatchObject({
		text: 'you edit the writer first',
		earlier: ['edit the writer', 'one edits the writer']
	});
});

test('a change that arrives before its note shows its words all the same', () => {
	const made = note('late');
	const change = event({ kind: 'note-changed', noteId: made.id, text: 'first here' }, 2);
	expect(reduceTalk([started(), change]).notes[0]?.text).toBe('first here');
	expect(reduceTalk([started(), change, made]).notes[0]).toMatchObject({
		text: 'first here',
		earlier: ['late']
	});
});

test('a note is taken away, its words stay; written again it is back', () => {
	const made = note('never mind');
	const removal = event({ kind: 'note-removed', noteId: made.id }, 2);
	const gone = reduceTalk([made, removal]);
	expect([gone.notes.length, gone.removed[0]?.text]).toEqual([0, 'never mind']);
	const back = event({ kind: 'note-changed', noteId: made.id, text: 'never mind' }, 3);
	expect(reduceTalk([made, removal, back]).notes).toHaveLength(1);
});

test('a start that was a slip is taken back, and the talk may begin later', () => {
	const slip = [started(), event({ kind: 'taken-back' }, 1)];
	expect(reduceTalk(slip).startedAt).toBeNull();
	expect(reduceTalk([...slip, started(20, 60)])).toMatchObject({
		startedAt: after(60),
		agreedMinutes: 20
	});
});

test('a goodbye is taken back within the talk, and said again', () => {
	const log = [started(), event({ kind: 'goodbye' }, 9), event({ kind: 'resumed' }, 10)];
	expect(reduceTalk(log).endedAt).toBeNull();
	expect(reduceTalk([...log, event({ kind: 'goodbye' }, 15)]).endedAt).toBe(after(15));
});

test('of two goodbyes the first counts, and none is before the start', () => {
	const log = [started(15, 2), event({ kind: 'goodbye' }, 15), event({ kind: 'goodbye' }, 16)];
	expect(reduceTalk(log).endedAt).toBe(after(15));
	const behind = reduceTalk([started(15, 2), event({ kind: 'goodbye' }, 1, 'laptop')]);
	expect(behind.endedAt).toBe(after(2));
});

test('a talk noted afterwards replaces the counted one, and is undone', () => {
	const held = event({ kind: 'held', startedAt: start, minutes: 18, agreedMinutes: 15 }, 900);
	const log = [started(15, 2), note('x', 3), event({ kind: 'extended', minutes: 5 }, 16), held];
	expect(reduceTalk(log)).toMatchObject({
		startedAt: start,
		endedAt: after(18),
		extraMinutes: 0,
		notes: [{ text: 'x' }]
	});
	const back = reduceTalk([...log, event({ kind: 'taken-back' }, 901)]);
	expect([back.startedAt, back.endedAt, back.notes.length]).toEqual([null, null, 1]);
	const goesOn = reduceTalk([...log, event({ kind: 'resumed' }, 901)]);
	expect(goesOn).toEqual(reduceTalk(log.slice(0, -1)));
	expect(reduceTalk([held, event({ kind: 'resumed' }, 901)])).toMatchObject({
		startedAt: start,
		endedAt: null
	});
});

test('a log whose start is lost begins with what is there', () => {
	expect(reduceTalk([note('words', 4)])).toMatchObject({ startedAt: after(4), agreedMinutes: 15 });
});

test('time is extended at most twice, only near the end, and once by two devices', () => {
	const more = (minutes: number, device = 'phone') =>
		event({ kind: 'extended', minutes: 5 }, minutes, device);
	const extra = (...events: ReturnType<typeof more>[]) =>
		reduceTalk([started(), ...events]).extraMinutes;
	expect(extra(more(4))).toBe(0);
	expect(extra(more(14), more(14, 'laptop'))).toBe(5);
	expect(extra(more(14), more(19), more(24))).toBe(10);
});

test('any order and any repetition give the same talk', () => {
	fc.assert(
		fc.property(anyLog, fc.infiniteStream(fc.nat()), (log, random) => {
			const shuffled = [...log, ...log.filter(() => Number(random.next().value) % 3 === 0)]
				.map((each) => ({ each, place: Number(random.next().value) }))
				.sort((one, other) => one.place - other.place)
				.map(({ each }) => each);
			expect(reduceTalk(shuffled)).toEqual(reduceTalk(log));
		})
	);
});

test('no typed character is lost, whatever happens', () => {
	fc.assert(
		fc.property(anyLog, (log) => {
			const { notes, removed } = reduceTalk(log);
			const kept = new Set(
				[...notes, ...removed].flatMap(({ text, earlier }) => [text, ...earlier])
			);
			const typed = log.flatMap((each) =>
				each.kind === 'note' || each.kind === 'note-changed' ? [each.text] : []
			);
			for (const text of typed) expect(kept).toContain(text);
		})
	);
});

test('nothing is before its time: notes in order, no offset and no length below nought', () => {
	fc.assert(
		fc.property(anyLog, (log) => {
			const { startedAt, endedAt, notes, extensions } = reduceTalk(log);
			expect(extensions.length).toBeLessThanOrEqual(2);
			if (endedAt) expect(endedAt >= (startedAt ?? '')).toBe(true);
			expect(notes.every(({ offsetMs }) => offsetMs >= 0)).toBe(true);
			expect(notes.map(({ at }) => at)).toEqual(notes.map(({ at }) => at).sort());
		})
	);
});

test('whatever is known and however far a clock is behind, what happens now comes last', () => {
	fc.assert(
		fc.property(anyLog, fc.integer({ min: -90, max: 90 }), (log, minutes) => {
			const at = afterAll(log, after(minutes));
			expect(at >= after(minutes)).toBe(true);
			const back = { ...event({ kind: 'resumed' }, 0, 'a behind'), id: idOf(1000), at };
			expect(inOrder([back, ...log]).at(-1)).toEqual(back);
			expect(reduceTalk([back, ...log]).endedAt).toBeNull();
		})
	);
});
