import { clarityExtensions } from '#features/clarity/extensions.server.ts';
import { interviewExtensions } from '#features/interviews/extensions.server.ts';
import { introductionExtensions } from '#features/introductions/extensions.server.ts';
import { outreachExtensions } from '#features/outreach/extensions.server.ts';
import { preparationExtensions } from '#features/preparation/extensions.server.ts';
import { reflectionExtensions } from '#features/reflection/extensions.server.ts';
import { Extensions } from '#kernel/extension.ts';

/**
 * What each feature adds at the extension points of lower features and layers, in the order of the
 * features, the lowest first.
 */
export const extensions = new Extensions([
	...clarityExtensions,
	...interviewExtensions,
	...preparationExtensions,
	...outreachExtensions,
	...introductionExtensions,
	...reflectionExtensions
]);
