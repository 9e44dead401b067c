import type { Clarity } from './schemas.ts';

const sentences: Record<Clarity['readiness']['help'], string> = {
	individual:
		'It can help to sort your ideas with someone who asks questions and listens. You can ask a coach, a career counsellor or a friend.',
	brief:
		'One conversation often answers the remaining questions. You can ask a coach, a career counsellor or a friend.',
	self: 'You can do this by yourself. It can still help to talk to someone about your ideas.'
};

/**
 * Text that offers help by readiness: the lower, the more individual (Sampson et al., method 1).
 * Very low confidence with heavy pressure suggests a human counsellor.
 */
export function helpText({
	help,
	suggestCounsellor
}: Pick<Clarity['readiness'], 'help' | 'suggestCounsellor'>): string {
	return suggestCounsellor
		? 'Low confidence and strong pressure together are hard for anyone. A counsellor can help you. Ask at a career centre, your school, your union, or your doctor’s office. Imago keeps your themes until you return.'
		: sentences[help];
}
