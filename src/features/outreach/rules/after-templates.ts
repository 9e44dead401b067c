import type { AfterPurpose } from '#method/purposes.ts';
import type { Template } from './template.ts';

/**
 * Default templates of thanks and updates, the same for all channels (method.md section 7). They ask
 * for nothing and have placeholders for what only the explorer can say.
 */
export const afterTemplates: Readonly<Record<AfterPurpose, Template>> = {
	'thank-you': {
		subject: 'Thank you for your time',
		body: `Dear {{partner}},

You said {{what they said}}, and I have come back to it {{since when}}.

{{what it changed}}

Thank you for your time, and for speaking so openly.

{{me}}`
	},
	update: {
		subject: 'What came of our talk',
		body: `Dear {{partner}},

On {{talked on}} you gave me your time and told me about {{theme}}. I wanted you to know what came of it.

{{what came of it}}

There is nothing to answer. Thank you once more.

{{me}}`
	},
	'second-update': {
		subject: 'One more word about our talk',
		body: `Dear {{partner}},

On {{told on}} I wrote to you about what came of our talk. There is a little more to tell by now.

{{what came of it}}

There is nothing to answer, and I will leave it at this. I am glad that we talked.

{{me}}`
	},
	'connector-thanks': {
		subject: 'Thank you for introducing {{partner}}',
		body: `Dear {{connector}},

{{partner}} and I talked on {{talked on}}, thanks to you. {{what it changed}}

You have done your part, so nothing is left for you to do. In about two weeks I will tell you what came of it.

{{me}}`
	},
	'connector-update': {
		subject: 'What your introduction led to',
		body: `Dear {{connector}},

You introduced me to {{partner}}, and I said I would tell you what came of it.

{{what came of it}}

There is nothing to answer. Thank you for thinking of us both.

{{me}}`
	}
};
