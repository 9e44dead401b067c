import { expect } from 'vitest';
import type { AnyOperation, Caller } from '#server/perform.ts';
import { newId } from '#server/secrets.ts';
import type { TestApp } from './app.ts';

/**
 * Holds that what belongs to somebody else answers like what does not exist.
 * @param theirs the thing that each operation is asked for, by the first word of its name; else their
 * interview
 */
export async function holdForeignIsMissing(
	house: Pick<TestApp, 'as'>,
	stranger: Caller,
	operations: readonly AnyOperation[],
	interviewId: string,
	theirs: Readonly<Record<string, string>>
): Promise<void> {
	expect(operations).not.toEqual([]);
	for (const operation of operations) {
		const example = operation.example as Record<string, unknown>;
		const field = 'interviewId' in example ? 'interviewId' : 'id';
		const [noun = ''] = operation.name.split('.');
		const asked = field === 'interviewId' ? interviewId : theirs[noun];
		const answers = await Promise.all(
			[asked, newId()].map((id) =>
				house.as(operation, { ...example, [field]: id }, stranger).then(
					() => undefined,
					(error: unknown) => error
				)
			)
		);
		expect(answers[0], operation.name).toMatchObject({ kind: 'missing' });
		expect(answers[0]).toEqual(answers[1]);
	}
}
