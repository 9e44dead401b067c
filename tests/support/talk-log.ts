import fc from 'fast-check';
import { makeId } from '#kernel/id.ts';
import type { Happening, TalkEvent } from '#features/talk/rules/events.ts';
import { tags } from '#features/talk/rules/tags.ts';

export const start = '2026-11-23T15:00:00.000Z';

/** An instant so many minutes after the start of the sample talk. */
export function after(minutes: number): string {
	return new Date(Date.parse(start) + minutes * 60_000).toISOString();
}

/** The nth sample id; the same number always gives the same id. */
export function idOf(number: number): string {
	const random = new Uint8Array(10);
	new DataView(random.buffer).setUint32(6, number);
	return makeId(Date.parse(start), random);
}

let counted = 0;

/** An event of one device with the required fields only. */
export function event(happening: Happening, minutes = 0, device = 'phone'): TalkEvent {
	counted += 1;
	return { id: idOf(counted), device, sequence: counted, at: after(minutes), ...happening };
}

export const note = (text: string, minutes = 1, tag: (typeof tags)[number] | null = null) =>
	event({ kind: 'note', text, tag, question: null }, minutes) as Extract<
		TalkEvent,
		{ kind: 'note' }
	>;

const words = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `w${text}`);
const anyTag = fc.constantFrom(...tags, null);
/** Few ids, so that several devices change the same note. */
const noteId = fc.integer({ min: 1, max: 12 }).map(idOf);

const happenings: fc.Arbitrary<Happening> = fc.oneof(
	fc.record({ kind: fc.constant('started'), agreedMinutes: fc.constantFrom(10, 15, 20, 30) }),
	fc.record({ kind: fc.constant('taken-back') }),
	fc.record({
		kind: fc.constant('question-shown'),
		questionId: fc.constantFrom('q1', 'q2', null),
		text: words
	}),
	fc.record({ kind: fc.constant('note'), text: words, tag: anyTag, question: fc.constant(null) }),
	fc.record({ kind: fc.constant('note-tagged'), noteId, tag: anyTag }),
	fc.record({ kind: fc.constant('note-changed'), noteId, text: words }),
	fc.record({ kind: fc.constant('note-removed'), noteId }),
	fc.record({ kind: fc.constant('extended'), minutes: fc.constantFrom(5 as const, 10 as const) }),
	fc.record({ kind: fc.constant('goodbye') }),
	fc.record({ kind: fc.constant('resumed') })
) as fc.Arbitrary<Happening>;

/** Arbitrary logs of three devices, each event with an id of its own. */
export const anyLog: fc.Arbitrary<TalkEvent[]> = fc
	.array(
		fc.record({
			happening: happenings,
			minutes: fc.integer({ min: 0, max: 50 }),
			device: fc.constantFrom('phone', 'laptop', 'tablet')
		}),
		{ maxLength: 40 }
	)
	.map((made) =>
		made.map(({ happening, minutes, device }, index) => ({
			id: idOf(index + 1),
			device,
			sequence: index,
			at: after(minutes),
			...happening
		}))
	);
