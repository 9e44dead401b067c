import { clarityExtensions } from '#features/clarity/extensions.server.ts';
import { interviewExtensions } from '#features/interviews/extensions.server.ts';
import { introductionExtensions } from '#features/introductions/extensions.server.ts';
import { outreachExtensions } from '#features/outreach/extensions.server.ts';
import { preparationExtensions } from '#features/preparation/extensions.server.ts';
import { reflectionExtensions } from '#features/reflection/extensions.server.ts';
import { Extensions } from '#kernel/extension.ts';

/** What features add where features or layers below ask, the lower ones first. */
export const extensions = new Extensions([
	...clarityExtensions,
	...interviewExtensions,
	...preparationExtensions,
	...outreachExtensions,
	...introductionExtensions,
	...reflectionExtensions
]);
