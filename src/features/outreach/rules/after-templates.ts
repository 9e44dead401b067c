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

You said {{what they said}}, and I have thought about it {{since when}}.

{{what it changed}}

Thank you for your time, and for speaking so openly.

{{me}}`
	},
	update: {
		subject: 'What came of our conversation',
		body: `Dear {{partner}},

On {{talked on}} you gave me your time and told me about {{theme}}. I would like you to know what came of it.

{{what came of it}}

There is no need to reply. Thank you again.

{{me}}`
	},
	'second-update': {
		subject: 'One more update on our conversation',
		body: `Dear {{partner}},

On {{told on}} I wrote to you about what came of our conversation. There is a little more to tell now.

{{what came of it}}

There is no need to reply, and this is my last update. I am glad that we spoke.

{{me}}`
	},
	'connector-thanks': {
		subject: 'Thank you for introducing {{partner}}',
		body: `Dear {{connector}},

Thanks to you, {{partner}} and I spoke on {{talked on}}. {{what it changed}}

There is nothing more for you to do. In about two weeks I will tell you what came of it.

{{me}}`
	},
	'connector-update': {
		subject: 'What your introduction led to',
		body: `Dear {{connector}},

You introduced me to {{partner}}, and I said I would tell you what came of it.

{{what came of it}}

There is no need to reply. Thank you for thinking of us both.

{{me}}`
	}
};
