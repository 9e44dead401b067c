import type { z } from 'zod';
import { refuseInvalid } from '#kernel/refusal.ts';
import type { HostContext } from '../transport/host-context.ts';

/**
 * A command of the host that concerns the whole instance; everything within a workspace is an operation.
 */
export type HostCommand<Output = unknown> = (app: HostContext, input: unknown) => Promise<Output>;

/**
 * Makes a command that validates its input first.
 * @throws Refusal `input.invalid`, and those of the command
 */
export function hostCommand<Input extends z.ZodType, Output>(
	input: Input,
	run: (app: HostContext, input: z.output<Input>) => Promise<Output>
): HostCommand<Output> {
	return (app, raw) => {
		const parsed = input.safeParse(raw);
		if (parsed.success) return run(app, parsed.data);
		const [first] = parsed.error.issues;
		throw refuseInvalid(
			'input.invalid',
			`${first?.message ?? 'The input is not valid'}. Nothing was changed.`.replace('..', '.'),
			first?.path.join('.')
		);
	};
}
