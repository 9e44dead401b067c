import { expect, test } from 'vitest';
import { development, heldOut } from '#tests/support/labelled-messages.ts';
import type { LabelledMessage } from '#tests/support/labelled-messages/labelled.ts';
import { checkMessage, findingCodes, type FindingCode } from './check.ts';
import { afterTalkCodes } from '#method/text-check/finding.ts';

/** Findings by counting, which are excluded from the scores of wording. */
const counted = ['words-few', 'words-many', 'words-over', 'subject-words', 'questions-many'];
/** The corpus contains requests and follow-ups; thanks and updates have tests of their own. */
const askCodes = findingCodes.filter(
	(code) => !(afterTalkCodes as readonly string[]).includes(code)
);
const wording = askCodes.filter((code) => !counted.includes(code));

interface Tally {
	right: number;
	tooMany: number;
	missed: number;
}

function tally(messages: readonly LabelledMessage[], codes: readonly FindingCode[]): Tally {
	const sum: Tally = { right: 0, tooMany: 0, missed: 0 };
	for (const message of messages) {
		const found = new Set(checkMessage(message).findings.map((finding) => finding.code));
		for (const code of codes) {
			const labelled = message.labels.includes(code);
			if (found.has(code)) sum[labelled ? 'right' : 'tooMany'] += 1;
			else if (labelled) sum.missed += 1;
		}
	}
	return sum;
}

function ratio(part: number, whole: number): number {
	return whole === 0 ? 1 : part / whole;
}

function precision({ right, tooMany }: Tally): number {
	return ratio(right, right + tooMany);
}

function recall({ right, missed }: Tally): number {
	return ratio(right, right + missed);
}

function line(name: string, sum: Tally): string {
	const counts = [sum.right, sum.tooMany, sum.missed].map((count) => String(count).padStart(7));
	const rates = [precision(sum), recall(sum)].map((rate) => rate.toFixed(3).padStart(10));
	return name.padEnd(24) + counts.join('') + rates.join('');
}

for (const [half, messages] of Object.entries({ development, 'held-out': heldOut })) {
	test(`the ${half} half: nine findings in ten are right, nine in ten are found`, () => {
		const overall = tally(messages, askCodes);
		const rows = askCodes.map((code) => line(code, tally(messages, [code])));
		console.log(
			[
				`${half}, ${messages.length} messages`,
				`${'finding'.padEnd(24)}  right  extra missed precision    recall`,
				...rows,
				line('wording alone', tally(messages, wording)),
				line('overall', overall)
			].join('\n')
		);
		expect(precision(overall)).toBeGreaterThanOrEqual(0.9);
		expect(recall(overall)).toBeGreaterThanOrEqual(0.9);
	});

	test(`the ${half} half: the language is told in every message`, () => {
		for (const message of messages) {
			const { checked } = checkMessage(message);
			expect([message.id, checked]).toEqual([
				message.id,
				message.english ? 'english' : 'not-checked'
			]);
		}
	});
}

test('the halves hold at least 160 different messages, each label at least twice in each half', () => {
	const all = [...development, ...heldOut];
	expect(all.length).toBeGreaterThanOrEqual(160);
	expect(new Set(all.map((message) => message.id)).size).toBe(all.length);
	expect(new Set(all.map((message) => message.body)).size).toBe(all.length);
	for (const messages of [development, heldOut]) {
		for (const code of askCodes) {
			const labelled = messages.filter((message) => message.labels.includes(code));
			expect([code, labelled.length >= 2]).toEqual([code, true]);
		}
	}
});
