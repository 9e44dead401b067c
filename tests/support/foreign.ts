import { expect } from 'vitest';
import type { AnyOperation, Caller } from '#server/perform.ts';
import { newId } from '#server/tokens.ts';
import type { TestApp } from './app.ts';

/**
 * Expects that a thing of another workspace answers like one that does not exist.
 * @param theirs id of the foreign thing by the first word of the name of the operation; their
 * interview otherwise
 */
export async function holdForeignIsMissing(
	testApp: Pick<TestApp, 'as'>,
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
		const foreignId = field === 'interviewId' ? interviewId : theirs[noun];
		const answers = await Promise.all(
			[foreignId, newId()].map((id) =>
				testApp.as(operation, { ...example, [field]: id }, stranger).then(
					() => undefined,
					(error: unknown) => error
				)
			)
		);
		expect(answers[0], operation.name).toMatchObject({ kind: 'missing' });
		expect(answers[0]).toEqual(answers[1]);
	}
}
