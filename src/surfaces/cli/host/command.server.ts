import type { z } from 'zod';
import { refuse } from '#kernel/refusal.ts';
import type { HostContext } from '../transport/host-context.ts';

/** What the host does for the whole instance; a workspace has operations for everything else. */
export type HostCommand<Output = unknown> = (app: HostContext, input: unknown) => Promise<Output>;

/**
 * A command whose input is looked at before its work begins.
 * @throws Refusal `input.invalid`, and those of the work
 */
export function hostCommand<Input extends z.ZodType, Output>(
	input: Input,
	run: (app: HostContext, input: z.output<Input>) => Promise<Output>
): HostCommand<Output> {
	return (app, raw) => {
		const parsed = input.safeParse(raw);
		if (parsed.success) return run(app, parsed.data);
		const [first] = parsed.error.issues;
		throw refuse(
			'invalid',
			'input.invalid',
			`${first?.message ?? 'The input does not fit'}. Nothing was changed.`.replace('..', '.'),
			first?.path.join('.')
		);
	};
}
