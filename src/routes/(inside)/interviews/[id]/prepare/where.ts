import type { RequestEvent } from '@sveltejs/kit';
import { prepareAddress, type Anchor } from '#kernel/addresses.ts';

/** Back to a part of the same brief. */
export const to =
	(anchor: Anchor<'/interviews/[id]/prepare'>) =>
	(_: unknown, { params }: RequestEvent) =>
		prepareAddress(params.id ?? '', anchor);
